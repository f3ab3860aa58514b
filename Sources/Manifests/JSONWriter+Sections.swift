internal import JSONText

// The sections of a manifest line, members sorted by hand. A test parses what is written here, sorts it, and compares.

/// A section that writes its members.
protocol WritableSection {
    /// Writes all members, without the braces.
    func write(to writer: inout JSONWriter)
}

extension JSONWriter {
    /// The member `name` with the section in braces; nothing at all for `nil`.
    mutating func section(_ name: String, _ section: (some WritableSection)?) {
        guard let section else { return }
        key(name)
        object(section)
    }

    /// The member `name` with the section in braces, or null.
    mutating func nullableSection(_ name: String, _ section: (some WritableSection)?) {
        key(name)
        if let section { object(section) } else { null() }
    }

    mutating func object(_ section: some WritableSection) {
        beginObject()
        section.write(to: &self)
        endObject()
    }
}

extension SourceSection: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("direct", direct)
        writer.member("item", item)
        writer.member("kind", kind)
        writer.member("page", page)
        writer.member("url", url)
        writer.member("variant", variant)
    }
}

extension Annotations: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("anime", anime)
        writer.nullableSection("artist", artist)
        writer.member("category", category)
        writer.member("character", character)
        writer.member("copyright", copyright)
        if !extra.isEmpty { writer.member("extra", extra) }
        writer.member("rating", rating)
        writer.member("tags", tags)
    }
}

extension Annotations.Artist: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("name", name)
        writer.member("url", url)
    }
}

extension Declaration: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("bytes", bytes)
        writer.nullableSection("colors", colors)
        writer.member("extension", `extension`)
        writer.member("frames", frames)
        writer.member("height", height)
        writer.member("width", width)
    }
}

extension Declaration.Colors: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("main", main)
        writer.member("palette", palette)
    }
}

extension FileSection: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("bytes", bytes)
        writer.member("format", format)
        writer.member("sha256", sha256)
    }
}

extension ImageSection: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("alpha", alpha?.rawValue)
        if !damage.isEmpty { writer.member("damage", damage) }
        writer.member("duration_ms", durationMilliseconds)
        writer.member("frames", frames)
        writer.member("height", height)
        writer.member("loops", loops)
        writer.member("lossless", isLossless)
        writer.member("metadata_bytes", metadataBytes)
        writer.member("orientation", orientation)
        writer.member("quality", quality)
        writer.member("width", width)
    }
}

extension FingerprintSection: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("kind", kind)
        writer.member("quality", quality)
        writer.member("value", value)
    }
}

extension ColorSection: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("main", main)
        writer.member("method", method)
        writer.member("palette", palette)
        writer.member("shares", shares)
    }
}

extension CheckSection: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.key("findings")
        writer.beginArray()
        for finding in findings {
            writer.element()
            writer.object(finding)
        }
        writer.endArray()
        writer.nullableSection("main", main)
        writer.nullableSection("palette", palette)
        writer.member("verdict", verdict.rawValue)
    }
}

extension CheckSection.ColorComparison: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("distance", distance)
        writer.member("verdict", verdict.rawValue)
    }
}

extension Finding: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("declared", declared)
        writer.member("decoded", decoded)
        writer.member("field", field.rawValue)
        writer.member("severity", severity.rawValue)
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ value: Finding.Value) {
        switch value {
        case .number(let number): member(name, number)
        case .text(let text): member(name, text)
        }
    }
}

extension GroupSection: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("distance", distance)
        writer.member("id", id)
        if !inherited.isEmpty {
            writer.key("inherited")
            writer.beginArray()
            for inheritance in inherited {
                writer.element()
                writer.object(inheritance)
            }
            writer.endArray()
        }
        writer.member("keeper", keeper)
        writer.member("reason", reason)
        writer.member("relation", relation)
        writer.member("role", role.rawValue)
    }
}

extension ErrorSection: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("code", code)
        writer.member("message", message)
        writer.member("stage", stage)
    }
}
