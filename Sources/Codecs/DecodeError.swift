/// Why a picture could not be decoded, divided by whose fault it is.
public enum DecodeError: Error, Sendable, Hashable {
    // The bytes.
    /// There are none.
    case empty
    /// None of the four formats; `start` is the first bytes, 8 at most.
    case unrecognized(start: [UInt8])
    /// The rules of the format are broken; `offset` is about where, when known.
    case corrupt(ImageFormat, offset: Int?, reason: String)
    /// The bytes end before the picture does.
    case truncated(ImageFormat, bytes: Int, reason: String)

    // A limit.
    /// The file is larger than allowed.
    case tooManyBytes(Int, limit: Int)
    /// A frame is larger than allowed.
    case tooManyPixels(width: Int, height: Int, limit: Int)
    /// The animation is longer than allowed.
    case tooManyFrames(Int, limit: Int)
    /// The animation is larger than allowed, all frames together.
    case tooManyPixelsInAll(width: Int, height: Int, frames: Int, limit: Int)
    /// Decoding would take more work or memory than a picture of its size deserves.
    case tooCostly(ImageFormat, reason: String)

    // Not supported.
    /// Another format, recognized only to be named.
    case foreign(ForeignFormat)
    /// One of the four formats, in a variant that the library does not decode.
    case unsupported(ImageFormat, reason: String)

    // The environment.
    /// The system gave no memory.
    case outOfMemory(ImageFormat)

    /// Who could do something about it.
    public enum Fault: String, Sendable, Hashable {
        case bytes, limit, unsupported, environment
    }

    /// Who could do something about it.
    public var fault: Fault {
        switch self {
        case .empty, .unrecognized, .corrupt, .truncated: .bytes
        case .tooManyBytes, .tooManyPixels, .tooManyFrames, .tooManyPixelsInAll, .tooCostly: .limit
        case .foreign, .unsupported: .unsupported
        case .outOfMemory: .environment
        }
    }

    /// A name for programs that never changes.
    public var code: String {
        switch self {
        case .empty: "empty-file"
        case .unrecognized: "unrecognized-format"
        case .corrupt: "corrupt"
        case .truncated: "truncated"
        case .tooManyBytes: "too-many-bytes"
        case .tooManyPixels: "too-many-pixels"
        case .tooManyFrames: "too-many-frames"
        case .tooManyPixelsInAll: "too-many-pixels-in-all"
        case .tooCostly: "too-costly"
        case .foreign: "foreign-format"
        case .unsupported: "unsupported"
        case .outOfMemory: "out-of-memory"
        }
    }
}
