/// Why a service gave fewer pictures than were wanted; no failure, but to be said.
public struct CollectionNote: Sendable, Hashable {
    /// Why there were no more.
    public enum Reason: String, Sendable, Hashable {
        /// Everything that matches was given.
        case poolExhausted = "pool-exhausted"
        /// The service forgot what it had sent, and sent it again.
        case sessionReset = "session-reset"
        /// A whole answer brought nothing new.
        case nothingNew = "nothing-new"
        /// Nothing matches, though all names are known to the service.
        case noneMatching = "none-matching"
    }

    /// The service, as in `SourceItem.kind`.
    public let service: String
    /// Why there were no more.
    public let reason: Reason
    /// How many pictures were found.
    public let found: Int
    /// How many were wanted.
    public let wanted: Int

    /// A note.
    public init(service: String, reason: Reason, found: Int, wanted: Int) {
        self.service = service
        self.reason = reason
        self.found = found
        self.wanted = wanted
    }
}

extension CollectionNote: CustomStringConvertible {
    public var description: String {
        let why =
            switch reason {
            case .poolExhausted: "there are no more that match"
            case .sessionReset: "the session was reset, and pictures came again"
            case .nothingNew: "the last answer brought nothing new"
            case .noneMatching: "nothing matches"
            }
        return "\(service): \(found) of \(wanted) pictures: \(why)"
    }
}
