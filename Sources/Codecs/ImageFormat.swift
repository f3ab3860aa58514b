/// The picture formats that are decoded. Told from the content, never from a name.
public enum ImageFormat: String, Sendable, Hashable, CaseIterable, Codable {
    /// Portable Network Graphics (W3C), also APNG.
    case png
    /// JPEG (ITU-T T.81).
    case jpeg
    /// Graphics Interchange Format, 87a and 89a.
    case gif
    /// WebP (RFC 9649).
    case webp

    /// The format that these bytes begin as, or nil.
    public static func sniffed(from bytes: Span<UInt8>) -> ImageFormat? {
        if bytes.begins(with: PNGContainer.signature) { return .png }
        if bytes.begins(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.hasText("GIF87a", at: 0) || bytes.hasText("GIF89a", at: 0) { return .gif }
        if bytes.hasText("RIFF", at: 0) && bytes.hasText("WEBP", at: 8) { return .webp }
        return nil
    }

    /// What a file of this format is usually named, without the dot.
    public var fileExtension: String {
        switch self {
        case .png: "png"
        case .jpeg: "jpg"
        case .gif: "gif"
        case .webp: "webp"
        }
    }
}
