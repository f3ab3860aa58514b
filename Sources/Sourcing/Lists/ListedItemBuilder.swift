internal import Files
internal import JSONText
internal import Spelling

/// Makes an item of one entry of a list.
struct ListedItemBuilder: Sendable {
    /// The folder that relative paths are relative to; empty for the working directory.
    let folder: RawPath
    /// The kind of items that do not state another.
    let kind: String

    /// The item of a line that is a path or URL and nothing else.
    func item(at location: [UInt8]) throws(LineFault) -> SourceItem {
        guard let text = String(validating: location, as: UTF8.self) else {
            if location.contains(0) { throw .zeroByte }
            let path = RawPath(bytes: location)
            return SourceItem(id: path.text, locator: Locator(folder.appending(path)), kind: kind)
        }
        return SourceItem(id: text, locator: try locator(of: text), kind: kind)
    }

    /// The item of named values.
    func item(with values: JSONObject, areTexts: Bool) throws(LineFault) -> SourceItem {
        var fields = ItemFields(values, areTexts: areTexts)
        if let schema = try fields.text("schema"), schema.hasPrefix(ListKeys.manifestSchema) {
            guard schema == ListKeys.manifestSchema + "1" else { throw .unsupportedSchema(schema) }
            fields.drop(ListKeys.manifestResults)
        }
        var origin = fields.section("source")
        var location: String?
        for key in ListKeys.location {
            let text = try fields.text(key)
            location = location ?? text
        }
        let url = try origin.text("url")
        guard let place = location ?? url else {
            throw .noLocation(suggestion: ListKeys.suggestion(among: values.members.map(\.key)))
        }
        let id = try fields.text("id") ?? place
        var item = SourceItem(id: id, locator: try locator(of: place), kind: try origin.text("kind") ?? kind)
        item.url = url
        item.item = try origin.text("item")
        item.variant = try origin.text("variant")
        item.page = try origin.text("page")
        item.direct = try origin.text("direct")
        fields.putBack(origin, as: "source")
        item.declared = try DeclaredFacts(taking: &fields)
        item.annotations = try ItemAnnotations(taking: &fields)
        return item
    }

    private func locator(of text: String) throws(LineFault) -> Locator {
        if text.utf8.contains(0) { throw .zeroByte }
        guard let scheme = ListedItemBuilder.scheme(of: text) else {
            return Locator(folder.appending(RawPath(text)))
        }
        switch scheme {
        case "http", "https": return .url(text)
        case "file": return Locator(try ListedItemBuilder.path(ofFileURL: text))
        default: throw .unsupportedScheme(scheme)
        }
    }

    /// What stands before `://`, in lower case, if it can be the scheme of a URL.
    private static func scheme(of text: String) -> String? {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8),
            let first = bytes.first, isLetter(first),
            bytes[..<colon].allSatisfy({ isLetter($0) || "0123456789+-.".utf8.contains($0) })
        else { return nil }
        return String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// The path of a `file:` URL (RFC 8089) without host, or with this host.
    private static func path(ofFileURL text: String) throws(LineFault) -> RawPath {
        let rest = Array(text.utf8)[7...]
        let slash = rest.firstIndex(of: .slash) ?? rest.endIndex
        let host = String(decoding: rest[..<slash], as: UTF8.self)
        guard slash < rest.endIndex, host.isEmpty || host == "localhost" else { throw .unsupportedScheme("file") }
        var bytes: [UInt8] = []
        var index = slash
        while index < rest.endIndex {
            if rest[index] == UInt8(ascii: "%"), index + 2 < rest.endIndex,
                let high = rest[index + 1].hexadecimalValue, let low = rest[index + 2].hexadecimalValue
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(rest[index])
                index += 1
            }
        }
        if bytes.contains(0) { throw .zeroByte }
        return RawPath(bytes: bytes)
    }
}
