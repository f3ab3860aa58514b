/// A file of nekos.best with what its header says of it.
public struct NekosBestAsset: Sendable, Hashable {
    /// The file.
    public let bytes: [UInt8]
    /// The media type, as `image/png`.
    public let contentType: String?
    /// Who made it and where it is from.
    public let credits: NekosBestCredits
}
