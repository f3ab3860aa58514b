internal import JSONText

/// Text with one JSON value a line.
enum JSONLines {
    /// What `read` makes of the object that a line is, and of which `schema` says what it means.
    static func read<Value>(
        _ bytes: ArraySlice<UInt8>, line: Int, schema: String? = nil,
        _ read: (JSONReader) throws(JSONShapeError) -> Value
    ) throws(ManifestError) -> Value {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw .notJSON(line: line, syntax: error)
        }
        let found: String?
        let reader: JSONReader
        do throws(JSONShapeError) {
            reader = try JSONReader(value)
            found = schema == nil ? nil : try reader.required("schema")
        } catch {
            throw ManifestError(error, line: line)
        }
        if let schema, let found, found != schema { throw .wrongSchema(line: line, expected: schema, found: found) }
        do throws(JSONShapeError) { return try read(reader) } catch { throw ManifestError(error, line: line) }
    }

    /// What `decode` makes of each line that is not empty; lines count from 1, and a carriage return is white space.
    static func decode<Value>(
        _ text: [UInt8], _ decode: (ArraySlice<UInt8>, Int) throws(ManifestError) -> Value
    ) throws(ManifestError) -> [Value] {
        var values: [Value] = []
        var line = 1
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            let bytes = text[start..<end]
            if !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { values.append(try decode(bytes, line)) }
            start = end + 1
            line += 1
        }
        return values
    }
}
