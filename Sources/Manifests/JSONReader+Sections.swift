internal import JSONText

// The sections of a manifest line, read back.

extension ManifestRecord {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            id: try reader.required("id"), source: try SourceSection(try reader.requiredSection("source")),
            annotations: try reader.section("annotations").map(Annotations.init) ?? Annotations())
        fileName = try reader.string("file_name")
        declared = try reader.section("declared").map(Declaration.init)
        file = try reader.section("file").map(FileSection.init)
        image = try reader.section("image").map(ImageSection.init)
        fingerprint = try reader.section("fingerprint").map(FingerprintSection.init)
        colors = try reader.section("colors").map(ColorSection.init)
        check = try reader.section("check").map(CheckSection.init)
        group = try reader.section("group").map(GroupSection.init)
        error = try reader.section("error").map(ErrorSection.init)
        let status: Status = try reader.required("status")
        guard status == self.status else {
            throw reader.invalid(
                "status", expected: "\"\(self.status.rawValue)\", as \"error\" says", found: "\"\(status.rawValue)\"")
        }
    }
}

extension SourceSection {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            kind: try reader.required("kind"), item: try reader.string("item"), variant: try reader.string("variant"),
            url: try reader.string("url"), page: try reader.string("page"), direct: try reader.string("direct"))
    }
}

extension Annotations {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            tags: try reader.strings("tags"), category: try reader.string("category"),
            artist: try reader.section("artist").map(Artist.init), anime: try reader.string("anime"),
            character: try reader.string("character"), copyright: try reader.string("copyright"),
            rating: try reader.string("rating"), extra: try reader.members("extra"))
    }
}

extension Annotations.Artist {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(name: try reader.string("name"), url: try reader.string("url"))
    }
}

extension Declaration {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            width: try reader.integer("width"), height: try reader.integer("height"),
            bytes: try reader.integer("bytes"), extension: try reader.string("extension"),
            frames: try reader.integer("frames"), colors: try reader.section("colors").map(Colors.init))
    }
}

extension Declaration.Colors {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(main: try reader.string("main"), palette: try reader.strings("palette"))
    }
}

extension FileSection {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            bytes: try reader.required("bytes"), format: try reader.string("format"),
            sha256: try reader.required("sha256"))
    }
}

extension ImageSection {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            width: try reader.required("width"), height: try reader.required("height"),
            frames: try reader.required("frames"), loops: try reader.integer("loops"),
            durationMilliseconds: try reader.integer("duration_ms"), orientation: try reader.required("orientation"),
            alpha: try reader.choice("alpha"), isLossless: try reader.bool("lossless"),
            quality: try reader.integer("quality"), metadataBytes: try reader.integer("metadata_bytes"),
            damage: try reader.strings("damage"))
    }
}

extension FingerprintSection {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            kind: try reader.required("kind"), quality: try reader.required("quality"),
            value: try reader.required("value"))
    }
}

extension ColorSection {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            method: try reader.required("method"), main: try reader.required("main"),
            palette: try reader.strings("palette"), shares: try reader.integers("shares"))
    }
}

extension CheckSection {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        var findings: [Finding] = []
        for finding in try reader.sections("findings") { findings.append(try Finding(finding)) }
        self.init(
            findings: findings, palette: try reader.section("palette").map(ColorComparison.init),
            main: try reader.section("main").map(ColorComparison.init), verdict: try reader.required("verdict"))
    }
}

extension CheckSection.ColorComparison {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(distance: try reader.required("distance"), verdict: try reader.required("verdict"))
    }
}

extension Finding {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            field: try reader.required("field"), declared: try Value(reader, "declared"),
            decoded: try Value(reader, "decoded"), severity: try reader.required("severity"))
    }
}

extension Finding.Value {
    /// A side of a finding: an integer or a string.
    fileprivate init(_ reader: JSONReader, _ key: String) throws(JSONShapeError) {
        switch reader.value(key) {
        case .integer(let number): self = .number(number)
        case .string(let text): self = .text(text)
        case let value?: throw reader.wrongType(key, "an integer or a string", value)
        case nil: throw reader.missing(key, "an integer or a string")
        }
    }
}

extension GroupSection {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            role: try reader.required("role"), id: try reader.string("id"), keeper: try reader.string("keeper"),
            relation: try reader.string("relation"), distance: try reader.integer("distance"),
            reason: try reader.string("reason"))
        for section in try reader.sections("inherited") { inherited.append(try Inheritance(section)) }
    }
}

extension ErrorSection {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            stage: try reader.required("stage"), code: try reader.required("code"),
            message: try reader.required("message"))
    }
}
