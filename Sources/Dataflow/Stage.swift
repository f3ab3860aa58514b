/// One step of the pipeline: a payload in, a payload or a reason to stop out.
///
/// A stage is a value that all of its workers share; what a worker needs for itself is its `Scratch`, made once and
/// used for every item, so that nothing large is allocated for each.
public protocol Stage: Sendable {
    /// What the stage takes.
    associatedtype Input: Sendable
    /// What it makes of it.
    associatedtype Output: Sendable
    /// Why an item goes no further.
    associatedtype Stop: Error
    /// Memory of one worker, never shared.
    associatedtype Scratch

    /// The name in progress, reports and queue labels: one word, lower case.
    var name: String { get }
    /// Makes a worker's memory, on that worker's own queue.
    func makeScratch() -> Scratch
    /// Does the work for one item. May block.
    func process(_ input: Input, scratch: inout Scratch) throws(Stop) -> Output
}
