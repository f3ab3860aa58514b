// The kinds of values that pipeline files have.
extension MappingReader {
    /// The base URL of a service, without what a request adds to it.
    mutating func baseURL(_ key: String) -> String? {
        value(key, expected: "an http(s) URL such as http://127.0.0.1:8080/api/v1") { text in
            let isWeb = ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
            let host = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first ?? ""
            return isWeb && !host.isEmpty && !text.contains { $0 == "?" || $0 == "#" || $0.isWhitespace } ? text : nil
        }
    }

    /// A text that is not empty.
    mutating func text(_ key: String, expected: String = "a text") -> String? {
        value(key, expected: expected) { $0.isEmpty ? nil : $0 }
    }

    mutating func texts(_ key: String) -> [String]? {
        values(key, expected: "a text") { $0.isEmpty ? nil : $0 }
    }

    /// `true` or `false`; YAML's other spellings would make a category named `no` a boolean.
    mutating func flag(_ key: String) -> Bool? {
        value(key, expected: "true or false", among: ["true", "false"], Bool.init)
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        value(key, expected: "a number from \(range.lowerBound) to \(range.upperBound)") { text in
            Quantity.integer(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A number with or without one of `K`, `M`, `G`, each `step` times the one before.
    mutating func size(_ key: String, step: Int, in range: ClosedRange<Int>, example: String) -> Int? {
        let range = max(range.lowerBound, 1)...range.upperBound
        return value(
            key, expected: "a size from \(range.lowerBound) to \(range.upperBound), such as \(example)"
        ) { text in
            Quantity.size(text, step: step).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A number with `ms`, `s`, `m` or `h`.
    mutating func duration(_ key: String, in range: ClosedRange<Duration>, expected: String) -> Duration? {
        value(key, expected: expected) { text in
            Quantity.duration(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) -> Choice? {
        let words = Choice.allCases.map(\.rawValue)
        return value(key, expected: words.joined(separator: ", "), among: words, Choice.init(rawValue:))
    }

    /// A list of different words, at least one.
    mutating func choices<Choice: RawRepresentable<String> & CaseIterable & Hashable>(_ key: String) -> [Choice]? {
        let words = Choice.allCases.map(\.rawValue)
        let expected = words.joined(separator: ", ")
        guard let choices = values(key, expected: expected, among: words, Choice.init(rawValue:)) else { return nil }
        if Set(choices).count < choices.count { impossible(key, "the same word stands twice in the list") }
        if choices.isEmpty, problems.isEmpty {
            impossible(key, "the list is empty, expected at least one of \(expected)")
        }
        return choices
    }
}
