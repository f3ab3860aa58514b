/// One rule of the policy that chooses which of several copies is kept.
public enum KeepRule: String, Sendable, Hashable, CaseIterable {
    /// A picture of the reference collection before any other.
    case reference
    /// More pixels of its own: an enlarged copy counts as what it was enlarged from, and comes after that.
    case pixels
    /// Not blurred and not enlarged, as far as a copy shows it.
    case detail
    /// A format that keeps every pixel before one that does not.
    case lossless
    /// The higher JPEG quality; lossless before all, a format whose quality nobody knows last.
    case quality
    /// More bytes of EXIF, XMP, ICC and text.
    case metadata
    /// More bytes.
    case bytes
    /// The path that sorts first, byte by byte.
    case path

    /// The default order.
    public static let standard: [KeepRule] = [
        .reference, .pixels, .detail, .lossless, .quality, .metadata, .bytes, .path,
    ]
}
