import Codecs
import Rasters

/// What comes of some bytes that are asked for as planes: by the libraries alone, and by the faster ways.
struct PlaneWays {
    /// Everything that can be told of one decoding: planes, or pixels where there are none.
    enum Result: Equatable {
        case decoded([[UInt8]], DecodeOutcome)
        case failed(DecodeError)
    }

    private let bytes: [UInt8]
    private let options: DecodeOptions
    private let libraries: Result

    init(_ bytes: [UInt8], options: DecodeOptions) {
        var alone = options
        alone.usesLibrariesOnly = true
        self.bytes = bytes
        self.options = options
        libraries = Self.result(of: bytes, alone)
    }

    /// Whether the best kernels of this processor give the same, errors and remarks included.
    var agree: Bool { Self.result(of: bytes, options) == libraries }

    /// Whether the kernels that every processor has give the same.
    var agreePlain: Bool {
        var plain = options
        plain.usesPlainKernels = true
        return Self.result(of: bytes, plain) == libraries
    }

    private static func result(of bytes: [UInt8], _ options: DecodeOptions) -> Result {
        do throws(DecodeError) {
            let (sink, outcome) = try PlanesSink.planes(of: bytes, options: options)
            return .decoded([sink.luma, sink.cb, sink.cr] + sink.pixels.rasters.map(\.pixels), outcome)
        } catch {
            return .failed(error)
        }
    }
}
