/// Text with one JSON value a line.
enum JSONLines {
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
