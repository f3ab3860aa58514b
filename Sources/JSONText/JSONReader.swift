/// Reads the members of one JSON object and knows the way to them. Members that nobody asks for are no error.
package struct JSONReader {
    /// The object itself.
    package let object: JSONObject
    /// The way from the whole value to this object, as `$.image`.
    package let path: String

    /// A reader of `value`, which has to be an object.
    package init(_ value: JSONValue, path: String = "$") throws(JSONShapeError) {
        guard case .object(let object) = value else {
            throw JSONShapeError(path: path, fault: .wrongType(expected: "an object", found: value.kind))
        }
        self.init(object: object, path: path)
    }

    private init(object: JSONObject, path: String) {
        self.object = object
        self.path = path
    }

    /// The value of `key`, unless it is absent or null.
    package func value(_ key: String) -> JSONValue? {
        let value = object[key]
        return value == .null ? nil : value
    }

    /// The object `key`, or `nil` when it is absent or null.
    package func section(_ key: String) throws(JSONShapeError) -> JSONReader? {
        guard let value = value(key) else { return nil }
        return try JSONReader(value, path: "\(path).\(key)")
    }

    /// The objects of the array `key`; none when it is absent or null.
    package func sections(_ key: String) throws(JSONShapeError) -> [JSONReader] {
        var sections: [JSONReader] = []
        for (index, value) in try array(key).enumerated() {
            sections.append(try JSONReader(value, path: "\(path).\(key)[\(index)]"))
        }
        return sections
    }

    package func requiredSection(_ key: String) throws(JSONShapeError) -> JSONReader {
        guard let section = try section(key) else { throw missing(key, "an object") }
        return section
    }

    package func string(_ key: String) throws(JSONShapeError) -> String? {
        guard let value = value(key) else { return nil }
        guard case .string(let string) = value else { throw wrongType(key, "a string", value) }
        return string
    }

    package func integer(_ key: String) throws(JSONShapeError) -> Int? {
        guard let value = value(key) else { return nil }
        guard case .integer(let integer) = value else { throw wrongType(key, "an integer", value) }
        return integer
    }

    package func bool(_ key: String) throws(JSONShapeError) -> Bool? {
        guard let value = value(key) else { return nil }
        guard case .bool(let bool) = value else { throw wrongType(key, "a boolean", value) }
        return bool
    }

    package func required(_ key: String) throws(JSONShapeError) -> String {
        guard let string = try string(key) else { throw missing(key, "a string") }
        return string
    }

    package func required(_ key: String) throws(JSONShapeError) -> Int {
        guard let integer = try integer(key) else { throw missing(key, "an integer") }
        return integer
    }

    /// One of the words that `Choice` knows, or `nil` when it is absent or null.
    package func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String
    ) throws(JSONShapeError) -> Choice? {
        guard let word = try string(key) else { return nil }
        guard let choice = Choice(rawValue: word) else {
            throw invalid(key, expected: words(Choice.self), found: "\"\(word)\"")
        }
        return choice
    }

    package func required<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String
    ) throws(JSONShapeError) -> Choice {
        guard let choice: Choice = try choice(key) else { throw missing(key, words(Choice.self)) }
        return choice
    }

    /// The strings of the array `key`; none when it is absent or null.
    package func strings(_ key: String) throws(JSONShapeError) -> [String] {
        var strings: [String] = []
        for (index, value) in try array(key).enumerated() {
            guard case .string(let string) = value else { throw wrongType("\(key)[\(index)]", "a string", value) }
            strings.append(string)
        }
        return strings
    }

    /// The integers of the array `key`; none when it is absent or null.
    package func integers(_ key: String) throws(JSONShapeError) -> [Int] {
        var integers: [Int] = []
        for (index, value) in try array(key).enumerated() {
            guard case .integer(let integer) = value else { throw wrongType("\(key)[\(index)]", "an integer", value) }
            integers.append(integer)
        }
        return integers
    }

    /// The members of the object `key` as they stand; none when it is absent or null.
    package func members(_ key: String) throws(JSONShapeError) -> JSONObject {
        try section(key)?.object ?? JSONObject()
    }

    /// The error that nothing stands at `key`.
    package func missing(_ key: String, _ expected: String) -> JSONShapeError {
        JSONShapeError(path: "\(path).\(key)", fault: .missing(expected: expected))
    }

    /// The error that a value of another type stands at `key`.
    package func wrongType(_ key: String, _ expected: String, _ found: JSONValue) -> JSONShapeError {
        JSONShapeError(path: "\(path).\(key)", fault: .wrongType(expected: expected, found: found.kind))
    }

    /// The error that `key` has a value that does not exist there, or that the rest of the object contradicts.
    package func invalid(_ key: String, expected: String, found: String) -> JSONShapeError {
        JSONShapeError(path: "\(path).\(key)", fault: .invalid(expected: expected, found: found))
    }

    private func array(_ key: String) throws(JSONShapeError) -> [JSONValue] {
        guard let value = value(key) else { return [] }
        guard case .array(let elements) = value else { throw wrongType(key, "an array", value) }
        return elements
    }

    private func words<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type) -> String {
        Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
    }
}
