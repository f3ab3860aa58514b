/// One line of a manifest: what is known of one item (`pawprint.image/1`).
///
/// A section is `nil` when the item stopped before the stage that fills it.
public struct ManifestRecord: Sendable, Hashable {
    /// The name of the line's schema.
    public static let schema = "pawprint.image/1"

    /// Whether an item went all the way.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case ok, failed
    }

    /// What identifies the item among all of its sources, as `kind:item/variant` or a path.
    public var id: String
    /// The file, relative to the dataset folder or as the source names it.
    public var fileName: String?
    /// Where the item comes from.
    public var source: SourceSection
    /// What somebody says of the picture: tags, artist, rating.
    public var annotations: Annotations
    /// What the source says of the file and its pixels.
    public var declared: Declaration?
    /// The bytes.
    public var file: FileSection?
    /// The decoded picture.
    public var image: ImageSection?
    /// The perceptual fingerprint.
    public var fingerprint: FingerprintSection?
    /// Main color and palette.
    public var colors: ColorSection?
    /// What was declared held against what was decoded.
    public var check: CheckSection?
    /// The item's place among its duplicates.
    public var group: GroupSection?
    /// Why the item stopped; `nil` for an item that went all the way.
    public var error: ErrorSection?

    /// A record that knows nothing but where its item comes from.
    public init(id: String, source: SourceSection, annotations: Annotations = Annotations()) {
        self.id = id
        self.source = source
        self.annotations = annotations
    }

    /// Whether the item went all the way.
    public var status: Status { error == nil ? .ok : .failed }
}
