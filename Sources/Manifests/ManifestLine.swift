internal import JSONText

/// The JSON form of a record: one line, UTF-8, keys sorted by their bytes.
public enum ManifestLine {
    /// The line of `record`, without a line feed.
    public static func encode(_ record: ManifestRecord) -> [UInt8] {
        var buffer: [UInt8] = []
        write(record, into: &buffer)
        return buffer
    }

    /// Appends the line of `record`, without a line feed, to a buffer that can be kept from record to record.
    public static func write(_ record: ManifestRecord, into buffer: inout [UInt8]) {
        let offset = writeDraft(record, into: &buffer)
        if let group = record.group { buffer.insert(contentsOf: member(group), at: offset) }
    }

    /// Appends the line of `record` without its group and without a line feed.
    ///
    /// - Returns: where in `buffer` the `member` of the group belongs, once it is known.
    public static func writeDraft(_ record: ManifestRecord, into buffer: inout [UInt8]) -> Int {
        var writer = JSONWriter(buffer)
        // Given up first, or the writer would copy what the caller still holds.
        buffer = []
        writer.beginObject()
        writer.section("annotations", record.annotations)
        writer.section("check", record.check)
        writer.section("colors", record.colors)
        writer.section("declared", record.declared)
        writer.nullableSection("error", record.error)
        writer.section("file", record.file)
        writer.member("file_name", record.fileName)
        writer.section("fingerprint", record.fingerprint)
        // Behind the comma that the next member is written with: some member always stands before it.
        let offset = writer.bytes.count + 1
        writer.member("id", record.id)
        writer.section("image", record.image)
        writer.member("schema", ManifestRecord.schema)
        writer.section("source", record.source)
        writer.member("status", record.status.rawValue)
        writer.endObject()
        buffer = writer.bytes
        return offset
    }

    /// The member `group` of a line, with the comma that separates it from the next.
    public static func member(_ group: GroupSection) -> [UInt8] {
        var writer = JSONWriter()
        writer.section("group", group)
        return writer.bytes + [UInt8(ascii: ",")]
    }

    /// The record of one line; `line` is its number, for the error.
    public static func decode(_ bytes: ArraySlice<UInt8>, line: Int) throws(ManifestError) -> ManifestRecord {
        try JSONLines.read(bytes, line: line, schema: ManifestRecord.schema) { (reader) throws(JSONShapeError) in
            try ManifestRecord(reader)
        }
    }

    /// All records of a manifest; empty lines are passed over.
    public static func records(in manifest: [UInt8]) throws(ManifestError) -> [ManifestRecord] {
        try JSONLines.decode(manifest) { (bytes, line) throws(ManifestError) in try decode(bytes, line: line) }
    }
}
