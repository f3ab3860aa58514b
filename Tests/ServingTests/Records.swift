import Manifests

/// Lines for tests.
enum Records {
    /// A picture of a folder, without any annotation.
    static func plain(_ name: String, format: String = "png", frames: Int = 1) -> ManifestRecord {
        var record = ManifestRecord(id: name, source: SourceSection(kind: "folder"))
        record.fileName = name
        record.file = FileSection(bytes: 0, format: format, sha256: "")
        record.image = ImageSection(width: 640, height: 480, frames: frames)
        record.colors = ColorSection(
            method: "color-thief-oklch/1", main: "#102030", palette: ["#405060", "#708090"], shares: [600, 400])
        return record
    }

    /// A picture of a category with tags.
    static func tagged(
        _ name: String, _ category: String?, _ tags: [String] = [], rating: String? = "safe", format: String = "png",
        frames: Int = 1
    ) -> ManifestRecord {
        var record = plain(name, format: format, frames: frames)
        record.annotations = Annotations(tags: tags, category: category, rating: rating)
        return record
    }

    /// A form of the Nekosia picture with this number, as the service declared it.
    static func nekosia(_ number: Int, variant: String = "original", category: String = "catgirl") -> ManifestRecord {
        let digits = String(number, radix: 16)
        let item = String(repeating: "0", count: 24 - digits.count) + digits
        var record = plain("\(item)-\(variant)", format: variant == "original" ? "png" : "jpeg")
        record.id = "nekosia:\(item)/\(variant)"
        record.source = SourceSection(
            kind: "nekosia", item: item, variant: variant, url: "https://cdn.example/x",
            page: "https://www.pixiv.net/en/artworks/\(number)", direct: "https://i.pximg.net/\(number)_p0.png")
        record.annotations = Annotations(
            tags: [category, "animal-ears", "blue-hair"], category: category,
            artist: Annotations.Artist(name: "ツユハ", url: "https://www.pixiv.net/en/users/\(number)"),
            anime: "A \"quoted\" title", character: "Somebody", copyright: "© by ツユハ", rating: "safe")
        record.declared = Declaration(
            width: 1000 + number, height: 2000, bytes: 12345 + number,
            extension: variant == "original" ? "png" : "jpeg",
            colors: Declaration.Colors(main: "#8987B6", palette: ["#564B84", "#1A1130"]))
        return record
    }

    /// A picture of nekos.best.
    static func nekosBest(_ uuid: String, _ category: String, format: String = "png") -> ManifestRecord {
        var record = plain("\(uuid).\(format)", format: format, frames: format == "gif" ? 12 : 1)
        record.id = "nekosbest:\(uuid)"
        record.source = SourceSection(kind: "nekosbest", item: uuid, page: "https://www.pixiv.net/en/artworks/9")
        record.annotations = Annotations(category: category)
        if format == "gif" {
            record.annotations.anime = "Sousou no Frieren"
            record.source.page = nil
        } else {
            record.annotations.artist = Annotations.Artist(name: "柊 碧月", url: "https://www.pixiv.net/en/users/3")
        }
        record.declared = Declaration(width: 450, height: 259, extension: format)
        return record
    }

    /// `record` in the group with this number.
    static func grouped(_ record: ManifestRecord, _ group: Int, _ role: GroupSection.Role) -> ManifestRecord {
        var record = record
        record.group = GroupSection(role: role, id: "g\(group)", keeper: "k")
        return record
    }
}
