internal import Spelling

/// Reads the keys of one mapping, and collects everything that is wrong in it.
struct MappingReader {
    /// What was found wrong so far.
    private(set) var problems: [SpecProblem] = []
    /// The keys that somebody asked for: all that exist here.
    private var known: [String] = []
    private let entries: [SpecTree.Entry]
    /// The way to the mapping, as `decode`; empty for the whole file.
    private let path: String
    private let place: SpecProblem.Place

    /// A reader of `tree`; anything but a mapping, or nothing, is a problem.
    init(_ tree: SpecTree, path: String = "", expected: String = "a mapping") {
        self.path = path
        place = tree.place
        switch tree.value {
        case .mapping(let entries): self.entries = entries
        case .empty: entries = []
        case .scalar, .sequence:
            entries = []
            problems = [Self.wrong(tree, path, expected: expected)]
        }
    }

    /// Whether `key` stands here, with whatever value.
    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    /// Reports the keys that nobody asked for.
    mutating func finish() {
        for entry in entries where !known.contains(entry.key) {
            let suggestion = NearMiss.suggestion(for: entry.key, among: known)
            problems.append(
                SpecProblem(
                    place: entry.place, keyPath: keyPath(entry.key),
                    fault: .unknownKey(known: known, suggestion: suggestion)))
        }
    }

    mutating func add(_ problem: SpecProblem) { problems.append(problem) }

    /// Reports that the value of `key` cannot be.
    mutating func impossible(_ key: String, _ reason: String) {
        let place = entries.first { $0.key == key }?.place ?? place
        problems.append(SpecProblem(place: place, keyPath: keyPath(key), fault: .impossible(reason)))
    }

    mutating func missing(_ key: String, expected: String) {
        problems.append(SpecProblem(place: place, keyPath: keyPath(key), fault: .missing(expected: expected)))
    }

    /// A text that has to be there.
    mutating func required(_ key: String, expected: String) -> String? {
        required(key, expected: expected) { $0.isEmpty ? nil : $0 }
    }

    /// What `parse` makes of a text that has to be there.
    mutating func required<Value>(_ key: String, expected: String, _ parse: (String) -> Value?) -> Value? {
        guard let entry = entries.first(where: { $0.key == key }) else {
            known.append(key)
            missing(key, expected: expected)
            return nil
        }
        known.append(key)
        return value(of: entry.value, at: keyPath(key), expected: expected, among: [], parse)
    }

    /// The tree of `key`, or `nil` when it is absent or empty.
    mutating func tree(_ key: String) -> SpecTree? {
        known.append(key)
        guard let entry = entries.first(where: { $0.key == key }), entry.value.value != .empty else { return nil }
        return entry.value
    }

    /// What `read` makes of the mapping `key`, which may be absent or empty unless something in it is required.
    mutating func mapping<Value>(_ key: String, expected: String = "a mapping", _ read: (inout MappingReader) -> Value)
        -> Value
    {
        let tree = tree(key) ?? SpecTree(value: .empty, place: entries.first { $0.key == key }?.place ?? place)
        var reader = MappingReader(tree, path: keyPath(key), expected: expected)
        let isMapping = reader.problems.isEmpty
        let value = read(&reader)
        // What is missing in a value that is no mapping at all is no second problem.
        if isMapping { reader.finish() }
        problems += isMapping ? reader.problems : Array(reader.problems.prefix(1))
        return value
    }

    /// Makes the value of `key` out of its text with `parse`, or reports what was `expected`.
    mutating func value<Value>(
        _ key: String, expected: String, among words: [String] = [], _ parse: (String) -> Value?
    ) -> Value? {
        guard let tree = tree(key) else { return nil }
        return value(of: tree, at: keyPath(key), expected: expected, among: words, parse)
    }

    /// The values of the list `key`; a single value stands for a list of one.
    mutating func values<Value>(
        _ key: String, expected: String, among words: [String] = [], _ parse: (String) -> Value?
    ) -> [Value]? {
        guard let tree = tree(key) else { return nil }
        guard case .sequence(let elements) = tree.value else {
            return value(of: tree, at: keyPath(key), expected: expected, among: words, parse).map { [$0] }
        }
        var values: [Value] = []
        for (index, element) in elements.enumerated() {
            let path = "\(keyPath(key))[\(index)]"
            if let value = value(of: element, at: path, expected: expected, among: words, parse) {
                values.append(value)
            }
        }
        return values
    }

    private mutating func value<Value>(
        of tree: SpecTree, at path: String, expected: String, among words: [String], _ parse: (String) -> Value?
    ) -> Value? {
        guard case .scalar(let text) = tree.value else {
            problems.append(Self.wrong(tree, path, expected: expected))
            return nil
        }
        guard let value = parse(text) else {
            let suggestion = NearMiss.suggestion(for: text, among: words)
            problems.append(Self.wrong(tree, path, expected: expected, suggestion: suggestion))
            return nil
        }
        return value
    }

    private func keyPath(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private static func wrong(
        _ tree: SpecTree, _ path: String, expected: String, suggestion: String? = nil
    ) -> SpecProblem {
        SpecProblem(
            place: tree.place, keyPath: path,
            fault: .wrongValue(expected: expected, found: tree.found, suggestion: suggestion))
    }
}
