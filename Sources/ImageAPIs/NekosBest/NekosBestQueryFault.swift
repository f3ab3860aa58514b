/// What is wrong with a request to nekos.best, found before anything is sent.
public enum NekosBestQueryFault: Error, Sendable, Hashable {
    /// The category is empty or no component of a path.
    case badCategory(String)
    /// Not 1 to 20 pictures are asked for.
    case amount(Int)
    /// The text of a search has not 3 to 150 characters.
    case queryLength(Int)
    /// The name of a file is empty or no component of a path.
    case badFileName(String)
    /// The service has no such category; a near one, if there is.
    case unknownCategory(String, suggestion: String?)
    /// A search looks for another format than its category has.
    case wrongFormat(category: String, format: String)

    /// A stable name of the case, for programs.
    public var code: String {
        switch self {
        case .badCategory: "nekosbest-bad-category"
        case .amount: "nekosbest-bad-amount"
        case .queryLength: "nekosbest-bad-query"
        case .badFileName: "nekosbest-bad-file-name"
        case .unknownCategory: "nekosbest-unknown-category"
        case .wrongFormat: "nekosbest-wrong-format"
        }
    }
}

extension NekosBestQueryFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badCategory(let text): "expected the name of a category, found '\(text)'"
        case .amount(let amount): "expected 1 to \(NekosBestQuery.largestAmount) pictures, found \(amount)"
        case .queryLength(let length): "expected a text of 3 to 150 characters, found \(length)"
        case .badFileName(let text): "expected the name of a file, found '\(text)'"
        case .unknownCategory(let name, let suggestion):
            "there is no category '\(name)'" + (suggestion.map { "; is it '\($0)'?" } ?? "")
        case .wrongFormat(let category, let format):
            "the category '\(category)' holds \(format) files, and the search looks for others"
        }
    }
}
