import Manifests

extension ManifestRecord {
    /// A decoded JPEG of 1280x1698 pixels.
    static func decoded(
        _ id: String, kind: String = "nekosia", item: String? = nil, variant: String? = nil, page: String? = nil,
        group: GroupSection? = GroupSection(role: .unique)
    ) -> ManifestRecord {
        var record = ManifestRecord(
            id: id, source: SourceSection(kind: kind, item: item, variant: variant, page: page))
        record.file = FileSection(bytes: 371_730, format: "jpeg", sha256: String(repeating: "ab", count: 32))
        record.image = ImageSection(width: 1280, height: 1698)
        record.colors = ColorSection(
            method: "color-thief-oklch/1", main: "#EBC6C5", palette: ["#F4D8D7", "#33272B"], shares: [600, 400])
        record.group = group
        return record
    }
}
