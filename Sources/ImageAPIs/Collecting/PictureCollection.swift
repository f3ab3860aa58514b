/// Decides how often a service is asked until `wanted` different pictures are there; asks nobody itself.
package struct PictureCollection: Sendable {
    /// The most pictures that both services put into one answer.
    package static let largestAnswer = 20

    /// How many pictures are wanted.
    package let wanted: Int
    /// Whether the service promises that nothing comes twice.
    private let hasSession: Bool
    private var seen: Set<String> = []
    private var pool: Int?
    /// Why there will be no more, where that is before all are there.
    package private(set) var ending: CollectionNote.Reason?

    /// A collection of nothing so far.
    package init(wanted: Int, hasSession: Bool) {
        precondition(wanted > 0, "\(wanted) pictures are none")
        self.wanted = wanted
        self.hasSession = hasSession
    }

    /// How many pictures there are.
    package var found: Int { seen.count }

    /// What is to be said of a collection that ended before all were there.
    package func note(of service: String) -> CollectionNote? {
        ending.map { CollectionNote(service: service, reason: $0, found: found, wanted: wanted) }
    }

    /// Counts pictures that were collected before, by the same session if there is one.
    package mutating func resume(behind identifiers: [String]) { seen.formUnion(identifiers) }

    /// How many pictures to ask for next; `nil` when it is over.
    ///
    /// A session remembers what it has sent, so no more is asked for than is kept. Without one, pictures come twice,
    /// and of a full answer more are new.
    package var nextRequest: Int? {
        guard ending == nil, found < wanted else { return nil }
        let mayRepeat = !hasSession && found > 0
        return mayRepeat ? Self.largestAnswer : min(Self.largestAnswer, wanted - found)
    }

    /// Takes an answer; returns the positions of the pictures in it that are new and wanted.
    ///
    /// - Parameters:
    ///   - asked: how many were asked for.
    ///   - matching: how many pictures match at the service, where it says it. The largest number counts: whether the
    ///     service subtracts what a session has seen was never recorded.
    package mutating func take(_ identifiers: [String], asked: Int, matching: Int?) -> [Int] {
        let before = seen
        var fresh: [Int] = []
        for (position, identifier) in identifiers.enumerated() where found < wanted {
            if seen.insert(identifier).inserted { fresh.append(position) }
        }
        if let matching { pool = max(pool ?? matching, matching) }
        if found < wanted { ending = endingBehind(identifiers, before, asked: asked, isNew: !fresh.isEmpty) }
        return fresh
    }

    /// Ends the collection: the service says that it has nothing, or does not answer.
    package mutating func end(_ reason: CollectionNote.Reason) { ending = reason }

    private func endingBehind(
        _ identifiers: [String], _ before: Set<String>, asked: Int, isNew: Bool
    ) -> CollectionNote.Reason? {
        if let pool, found >= pool { return .poolExhausted }
        if hasSession, identifiers.contains(where: before.contains) { return .sessionReset }
        // Asking a session again that gave its last would reset it.
        if identifiers.count < asked { return .poolExhausted }
        return isNew ? nil : .nothingNew
    }
}
