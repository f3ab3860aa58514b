internal import Codecs
internal import Rasters
internal import Sourcing

/// The digest of what a file shows: all pixels of all frames, with their alpha, and the sizes.
///
/// Two files of the same digest show the same, whatever their formats.
enum PixelDigest {
    private struct Sink: FrameSink {
        var hasher = ContentHasher()

        mutating func begin(frame index: Int, width: Int, height: Int) {
            let numbers = [index, width, height].flatMap { number in
                (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
            }
            hasher.take(numbers.span)
        }

        mutating func take(rows: Span<UInt8>, count: Int) { hasher.take(rows) }

        mutating func end() {}
    }

    /// The digest of the file at `path`; `nil` if it cannot be read or decoded.
    static func ofFile(at path: String, limits: DecodeLimits) -> ContentDigest? {
        do {
            var reader = FileReader(maximumBytes: limits.maximumBytes)
            try reader.read(.file(path: path))
            return try reader.withBytes { (bytes) throws(DecodeError) in
                let header = try ImageDecoder.header(of: bytes, limits: limits)
                var sink = Sink()
                var decoder = ImageDecoder()
                _ = try decoder.decode(bytes, header: header, options: DecodeOptions(), limits: limits, into: &sink)
                return sink.hasher.finish()
            }
        } catch {
            // Nothing is proved then, and the pair stays what it is without.
            return nil
        }
    }
}
