internal import JSONText

extension ItemAnnotations {
    /// Takes what is said of the picture, from an object `annotations` or from the entry itself, and all that is left
    /// of both.
    ///
    /// What the object says counts more than what stands beside it.
    init(taking fields: inout ItemFields) throws(LineFault) {
        self.init()
        var section = try fields.strictSection("annotations")
        try take(&fields)
        try take(&section)
    }

    private mutating func take(_ fields: inout ItemFields) throws(LineFault) {
        tags = try fields.texts("tags") ?? tags
        category = try fields.text("category") ?? category
        anime = try fields.text("anime") ?? anime
        character = try fields.text("character") ?? character
        copyright = try fields.text("copyright") ?? copyright
        rating = try fields.text("rating") ?? rating
        artist = try Artist(taking: &fields) ?? artist
        var rest = fields.takeAll()
        if case .object(let members)? = rest["extra"] {
            rest["extra"] = nil
            for member in members.members where rest[member.key] == nil { rest[member.key] = member.value }
        }
        for member in rest.members { extra[member.key] = member.value }
    }
}

extension ItemAnnotations.Artist {
    /// Takes an artist: a name, an object of name and url, or the columns `artist_name` and `artist_url`.
    fileprivate init?(taking fields: inout ItemFields) throws(LineFault) {
        self.init()
        switch fields.value("artist") {
        case nil: break
        case .string(let text)?: name = text.isEmpty ? nil : text
        case .object(let members)?:
            var section = ItemFields(members, areTexts: false, prefix: "artist.")
            name = try section.text("name")
            url = try section.text("url")
            fields.putBack(section, as: "artist")
        case let other?: throw fields.wrongType("artist", expected: "a string or an object of name and url", other)
        }
        for separator in ["_", "."] {
            name = try fields.text("artist\(separator)name") ?? name
            url = try fields.text("artist\(separator)url") ?? url
        }
        if name == nil, url == nil { return nil }
    }
}
