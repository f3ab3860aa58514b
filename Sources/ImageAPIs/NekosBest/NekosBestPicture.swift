internal import JSONText

/// One picture as nekos.best describes it: a PNG with its artist, or a GIF with its series.
public struct NekosBestPicture: Sendable, Hashable {
    /// Where the file is.
    public let url: String
    /// The category, from the URL.
    public let category: String
    /// The UUID in the URL; before April 2023 a number that is unique in its category.
    public let name: String
    /// The extension in the URL: `png` or `gif`.
    public let fileExtension: String
    /// Pixels a row; unknown before April 2026.
    public let width: Int?
    /// Rows.
    public let height: Int?
    /// Who made it and where it is from.
    public let credits: NekosBestCredits

    /// What identifies the picture at the service.
    public var id: String { isUUID ? name.lowercased() : "\(category)/\(name)" }

    private var isUUID: Bool {
        let groups = name.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.joined().allSatisfy { $0.isASCII && $0.isHexDigit }
    }
}

extension NekosBestPicture {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        let url: String = try reader.required("url")
        let path = url.prefix { $0 != "?" && $0 != "#" }.split(separator: "/", omittingEmptySubsequences: false)
        let file = path.last ?? ""
        guard path.count > 4, let dot = file.lastIndex(of: "."), dot > file.startIndex, !file.hasSuffix("."),
            !path[path.count - 2].isEmpty
        else { throw reader.invalid("url", expected: "a URL that ends in /category/name.format", found: "\"\(url)\"") }
        let size = try reader.section("dimensions")
        self.init(
            url: url, category: String(path[path.count - 2]), name: String(file[..<dot]),
            fileExtension: String(file[file.index(after: dot)...]), width: try size?.integer("width"),
            height: try size?.integer("height"),
            credits: NekosBestCredits(
                artist: try reader.string("artist_name"), artistPage: try reader.string("artist_href"),
                page: try reader.string("source_url"), anime: try reader.string("anime_name")))
    }
}
