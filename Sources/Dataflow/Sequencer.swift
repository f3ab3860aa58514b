/// Restores the order in which tickets were given: a pure value that holds back what came too early.
public struct Sequencer<Element> {
    /// The ticket that comes out next.
    public private(set) var next = 0
    private var early: [Int: Element] = [:]

    /// A sequencer that waits for ticket 0.
    public init() {}

    /// How many elements wait for an earlier one.
    public var heldBack: Int { early.count }

    /// Takes the element with `ticket` and returns all that can go on now, in order.
    ///
    /// - Precondition: every ticket comes once.
    public mutating func insert(_ element: Element, ticket: Int) -> [Element] {
        precondition(ticket >= next && early[ticket] == nil, "ticket \(ticket) came twice")
        early[ticket] = element
        var ready: [Element] = []
        while let element = early.removeValue(forKey: next) {
            ready.append(element)
            next += 1
        }
        return ready
    }
}
