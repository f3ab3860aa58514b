/// Why no JPEG could be made.
public enum EncodeError: Error, Sendable, Hashable {
    /// The picture that was to be encoded cannot be decoded.
    case source(DecodeError)
    /// More pixels a side than the format has room for, or than are allowed.
    case tooLarge(width: Int, height: Int)
    /// The library refused, in its words.
    case refused(reason: String)
    /// The system gave no memory.
    case outOfMemory
}

extension EncodeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .source(let error): error.description
        case .tooLarge(let width, let height): "a JPEG of \(width)x\(height) pixels would be too large"
        case .refused(let reason): "libjpeg does not encode it: \(reason)"
        case .outOfMemory: "no memory to encode a JPEG"
        }
    }
}
