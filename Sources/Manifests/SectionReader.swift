internal import JSONText

/// Reads the members of one JSON object and knows the way to them. Members that nobody asks for are no error.
struct SectionReader {
    private let object: JSONObject
    private let line: Int
    /// The way from the line to this object, as `$.image`.
    private let path: String

    /// The object that a line is.
    init(_ bytes: ArraySlice<UInt8>, line: Int) throws(ManifestError) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw .notJSON(line: line, syntax: error)
        }
        guard case .object(let object) = value else {
            throw .wrongType(line: line, path: "$", expected: "an object", found: value.kind)
        }
        self.init(object: object, line: line, path: "$")
    }

    private init(object: JSONObject, line: Int, path: String) {
        self.object = object
        self.line = line
        self.path = path
    }

    func expectSchema(_ expected: String) throws(ManifestError) {
        let found: String = try required("schema")
        guard found == expected else { throw .wrongSchema(line: line, expected: expected, found: found) }
    }

    /// The object `key`, or `nil` when it is absent or null.
    func section(_ key: String) throws(ManifestError) -> SectionReader? {
        guard let value = present(key) else { return nil }
        guard case .object(let object) = value else { throw wrongType(key, "an object", value) }
        return SectionReader(object: object, line: line, path: "\(path).\(key)")
    }

    /// The objects of the array `key`; none when it is absent or null.
    func sections(_ key: String) throws(ManifestError) -> [SectionReader] {
        var sections: [SectionReader] = []
        for (index, value) in try array(key).enumerated() {
            guard case .object(let object) = value else { throw wrongType("\(key)[\(index)]", "an object", value) }
            sections.append(SectionReader(object: object, line: line, path: "\(path).\(key)[\(index)]"))
        }
        return sections
    }

    func requiredSection(_ key: String) throws(ManifestError) -> SectionReader {
        guard let section = try section(key) else { throw missing(key, "an object") }
        return section
    }

    func string(_ key: String) throws(ManifestError) -> String? {
        guard let value = present(key) else { return nil }
        guard case .string(let string) = value else { throw wrongType(key, "a string", value) }
        return string
    }

    func integer(_ key: String) throws(ManifestError) -> Int? {
        guard let value = present(key) else { return nil }
        guard case .integer(let integer) = value else { throw wrongType(key, "an integer", value) }
        return integer
    }

    func bool(_ key: String) throws(ManifestError) -> Bool? {
        guard let value = present(key) else { return nil }
        guard case .bool(let bool) = value else { throw wrongType(key, "a boolean", value) }
        return bool
    }

    func required(_ key: String) throws(ManifestError) -> String {
        guard let string = try string(key) else { throw missing(key, "a string") }
        return string
    }

    func required(_ key: String) throws(ManifestError) -> Int {
        guard let integer = try integer(key) else { throw missing(key, "an integer") }
        return integer
    }

    /// One of the words that `Choice` knows, or `nil` when it is absent or null.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) throws(ManifestError) -> Choice? {
        guard let word = try string(key) else { return nil }
        guard let choice = Choice(rawValue: word) else {
            throw .invalid(line: line, path: "\(path).\(key)", expected: words(Choice.self), found: "\"\(word)\"")
        }
        return choice
    }

    func required<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) throws(ManifestError) -> Choice {
        guard let choice: Choice = try choice(key) else { throw missing(key, words(Choice.self)) }
        return choice
    }

    func strings(_ key: String) throws(ManifestError) -> [String] {
        var strings: [String] = []
        for (index, value) in try array(key).enumerated() {
            guard case .string(let string) = value else { throw wrongType("\(key)[\(index)]", "a string", value) }
            strings.append(string)
        }
        return strings
    }

    func integers(_ key: String) throws(ManifestError) -> [Int] {
        var integers: [Int] = []
        for (index, value) in try array(key).enumerated() {
            guard case .integer(let integer) = value else { throw wrongType("\(key)[\(index)]", "an integer", value) }
            integers.append(integer)
        }
        return integers
    }

    /// The members of the object `key` as they stand; none when it is absent or null.
    func members(_ key: String) throws(ManifestError) -> JSONObject {
        try section(key)?.object ?? JSONObject()
    }

    /// A side of a finding: an integer or a string.
    func findingValue(_ key: String) throws(ManifestError) -> Finding.Value {
        switch present(key) {
        case .integer(let number): return .number(number)
        case .string(let text): return .text(text)
        case let value?: throw wrongType(key, "an integer or a string", value)
        case nil: throw missing(key, "an integer or a string")
        }
    }

    /// That `key` says something that the rest of the object contradicts.
    func contradiction(_ key: String, expected: String, found: String) -> ManifestError {
        .invalid(line: line, path: "\(path).\(key)", expected: expected, found: found)
    }

    /// The value of `key`, unless it is absent or null.
    private func present(_ key: String) -> JSONValue? {
        let value = object[key]
        return value == .null ? nil : value
    }

    private func array(_ key: String) throws(ManifestError) -> [JSONValue] {
        guard let value = present(key) else { return [] }
        guard case .array(let elements) = value else { throw wrongType(key, "an array", value) }
        return elements
    }

    private func words<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type) -> String {
        Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
    }

    private func missing(_ key: String, _ expected: String) -> ManifestError {
        .missing(line: line, path: "\(path).\(key)", expected: expected)
    }

    private func wrongType(_ key: String, _ expected: String, _ found: JSONValue) -> ManifestError {
        .wrongType(line: line, path: "\(path).\(key)", expected: expected, found: found.kind)
    }
}
