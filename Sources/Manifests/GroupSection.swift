/// An item's place among its duplicates.
public struct GroupSection: Sendable, Hashable {
    /// What an item is to its group.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case keeper, duplicate, alternate, unique
    }

    /// What the item is to its group.
    public var role: Role
    /// The group; `nil` for a unique item.
    public var id: String?
    /// The id of the item that is kept; `nil` for a unique item.
    public var keeper: String?
    /// How the item is related to the keeper: the raw value of the verdict's relation; `nil` for keepers and unique
    /// items.
    public var relation: String?
    /// The bits between the fingerprints of item and keeper.
    public var distance: Int?
    /// Why this role, in words.
    public var reason: String?
    /// What a keeper takes over from those that are dropped, in the order of the group; not written when empty.
    public var inherited: [Inheritance] = []

    /// A place in a group; without further arguments, a unique item's.
    public init(
        role: Role, id: String? = nil, keeper: String? = nil, relation: String? = nil, distance: Int? = nil,
        reason: String? = nil
    ) {
        self.role = role
        self.id = id
        self.keeper = keeper
        self.relation = relation
        self.distance = distance
        self.reason = reason
    }
}
