/// What travels between stages: an item's place in the source's order, and either its payload or the reason why it
/// went no further.
///
/// A reason passes through every later stage untouched, so each item that went in comes out.
public struct Parcel<Payload: Sendable, Stop: Error>: Sendable {
    /// The item's number, counted from 0 in the order of the source, given before anything runs concurrently.
    public let ticket: Int
    /// The payload for the next stage, or why there is none.
    public let content: Result<Payload, Stop>

    /// A parcel with `content` for the item with this `ticket`.
    public init(ticket: Int, content: Result<Payload, Stop>) {
        self.ticket = ticket
        self.content = content
    }
}
