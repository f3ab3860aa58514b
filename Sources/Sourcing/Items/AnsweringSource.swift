/// A source that is asked question by question, each of which costs something: a service.
///
/// Its items come by the answer and not one by one, so that a whole answer can be remembered before any of it is used:
/// a service that was asked does not say the same again. Pulled on a Dispatch queue of one's own: `nextAnswer` blocks.
public protocol AnsweringSource: Sendable {
    /// The items of the next answer that has any; empty at the end.
    ///
    /// - Throws: what makes it impossible to go on.
    mutating func nextAnswer() throws(SourceError) -> [SourceItem]

    /// Goes on behind `items`, which earlier answers to the same question held. Called before anything is asked.
    mutating func resume(behind items: [SourceItem])

    /// What is to be said of the end, for people; `nil` where as much was found as was wanted.
    var remark: String? { get }
}
