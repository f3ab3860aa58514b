public import Duplicates

/// What the truth says of two pictures.
public enum TruthAnswer: Sendable, Hashable {
    /// They are in one of these relations, the best first; `unrelated` alone for different pictures.
    case relations([Relation])
    /// They are copies of one picture, in whatever relation.
    case copies
    /// They may be called copies, and need not.
    case either
    /// They have something to do with each other, and are no copies.
    case related
    /// They are different pictures, as nothing else is said of them.
    case different
    /// Nothing is said of them.
    case unknown

    /// Whether calling them copies is right; `nil` where that does not matter, or is not known.
    var allowsCopies: Bool? {
        switch self {
        case .relations(let relations): relations.contains { $0.isDuplicate }
        case .copies: true
        case .related, .different: false
        case .either, .unknown: nil
        }
    }

    /// Whether calling them something else than copies is a copy missed.
    func isMissed(by called: Relation?) -> Bool {
        switch self {
        case .relations(let relations):
            relations.first?.isDuplicate == true && !relations.contains(called ?? .unrelated)
        case .copies: true
        case .either, .related, .different, .unknown: false
        }
    }

    /// Whether `called` is right, as far as the truth says.
    func isNamed(by called: Relation) -> Bool {
        switch self {
        case .relations(let relations): relations.contains(called)
        case .copies: called.isDuplicate
        case .either: true
        case .related: !called.isDuplicate && called != .unrelated
        case .different, .unknown: false
        }
    }

    /// The row of the table that it belongs to.
    var row: String {
        switch self {
        case .relations(let relations): relations.first == .unrelated ? "different" : relations.first?.rawValue ?? "-"
        case .copies, .either: "copies"
        case .related: "related"
        case .different: "different"
        case .unknown: "-"
        }
    }
}
