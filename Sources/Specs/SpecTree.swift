/// A pipeline file as it stands, each value with its place.
struct SpecTree: Hashable {
    /// A key and its value.
    struct Entry: Hashable {
        let key: String
        /// Where the key stands.
        let place: SpecProblem.Place
        var value: SpecTree
    }

    indirect enum Value: Hashable {
        /// Nothing, `~` or `null`.
        case empty
        /// A text, a number, a boolean: which one, the reader of the key knows.
        case scalar(String)
        case sequence([SpecTree])
        case mapping([Entry])
    }

    var value: Value
    let place: SpecProblem.Place

    /// What stands here, in the words of an error message.
    var found: String {
        switch value {
        case .empty: "nothing"
        case .scalar(let text): "\"\(text.prefix(80))\(text.count > 80 ? "..." : "")\""
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}
