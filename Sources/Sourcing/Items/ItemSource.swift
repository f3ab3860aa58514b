/// Where items are listed: a folder, a list, a service.
///
/// Items are pulled one at a time, so that a list of a million lines is never in memory as a whole. The order is the
/// source's own and the same in every run: tickets are given by it.
///
/// ```swift
/// var source: any ItemSource = try ListSource(path: "pictures.jsonl")
/// while let listed = try source.next() {
///     switch listed {
///     case .item(let item): ...
///     case .problem(let problem): ...
///     }
/// }
/// ```
public protocol ItemSource: Sendable {
    /// The next item, or what is in its place; `nil` when there are no more.
    ///
    /// - Throws: what makes it impossible to go on: the source itself is missing or cannot be read. A single bad entry
    ///   is a `problem`, never thrown.
    mutating func next() throws(SourceError) -> ListedOrProblem?
}

/// What a source yields: an item, or an entry that could not be made one. Both become a line of the manifest.
public enum ListedOrProblem: Sendable, Hashable {
    /// An item to read.
    case item(SourceItem)
    /// An entry that failed while it was listed.
    case problem(SourceProblem)
}
