internal import Duplicates
internal import JSONText
internal import Manifests

/// What grouping came to, in the terms of manifests: a line for each group, and every picture's place in them.
struct GroupAssignment {
    private let groups: [DuplicateGroup]
    private let ids: PackedNames
    private var names: [Int: String] = [:]
    private let unique = ManifestLine.member(GroupSection(role: .unique))
    /// The place of each picture that is not unique, by its position among the pictures that were grouped.
    private var sections: [Int: GroupSection] = [:]

    /// A group by the positions of its pictures.
    struct Membership {
        let keeper: Int
        let members: [Int]
    }

    /// The groups, in the order of their keepers.
    var memberships: [Membership] {
        groups.map { Membership(keeper: $0.keeper, members: $0.members.map(\.index)) }
    }

    /// The lines of `groups.jsonl`, in the order of their keepers; each is made when it is asked for, since their evidence
    /// takes some kilobytes a group.
    var lines: some Sequence<GroupLine> {
        groups.lazy.map { group in
            GroupLine(
                id: names[group.keeper] ?? group.id, keeper: ids[group.keeper], reason: group.reason,
                members: group.members.map { GroupLine.Member($0, ids: ids) },
                alternates: group.alternates.map { GroupLine.Member($0, ids: ids) }, isDecided: group.isDecided)
        }
    }

    /// The number of groups.
    var groupCount: Int { groups.count }

    /// Names groups in the order of their keepers, and says of each picture what it is.
    ///
    /// - Parameter ids: the manifest ids of the pictures, by position.
    init(_ deduplication: Deduplication, ids: PackedNames) {
        self.ids = ids
        groups = deduplication.groups
        for (number, group) in groups.enumerated() { names[group.keeper] = Self.name(number + 1) }
        for group in deduplication.groups { place(group, name: names[group.keeper], ids: ids) }
        for kinship in deduplication.kinships where [.alternate, .stillOf, .retimed].contains(kinship.verdict.relation)
        {
            place(kinship, names: names, ids: ids)
        }
    }

    /// The place of the picture at `position`.
    subscript(position: Int) -> GroupSection { sections[position] ?? GroupSection(role: .unique) }

    /// The place of the picture at `position` as the member of its line; the same for all that are unique.
    func member(at position: Int) -> [UInt8] {
        sections[position].map { ManifestLine.member($0) } ?? unique
    }

    /// Counts the places of all pictures.
    func count(in summary: inout Summary) {
        for section in sections.values { summary.count(section) }
        summary.count(GroupSection(role: .unique), times: ids.count - sections.count)
    }

    /// Adds what the picture at `keeper` takes over from those that are dropped.
    mutating func inherit(_ inherited: [Inheritance], at keeper: Int) {
        sections[keeper]?.inherited = inherited
    }

    private static func name(_ number: Int) -> String {
        let digits = String(number)
        return "g" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    private mutating func place(_ group: DuplicateGroup, name: String?, ids: PackedNames) {
        let keeper = ids[group.keeper]
        sections[group.keeper] = GroupSection(role: .keeper, id: name, keeper: keeper, reason: group.reason)
        for member in group.members {
            sections[member.index] = GroupSection(
                role: .duplicate, id: name, keeper: keeper, relation: member.relation.rawValue,
                distance: member.distance, reason: member.reason)
        }
    }

    /// Of two alternates (or an animation and its still, or one that is cut), the one that keeps a group is what the
    /// other is an alternate of; else the earlier one.
    private mutating func place(_ kinship: Kinship, names: [Int: String], ids: PackedNames) {
        let isLaterFirst = names[kinship.a] == nil && names[kinship.b] != nil
        let (first, other) = isLaterFirst ? (kinship.b, kinship.a) : (kinship.a, kinship.b)
        guard self[other].role == .unique, self[first].role != .duplicate else { return }
        sections[other] = GroupSection(
            role: .alternate, id: names[first], keeper: ids[first], relation: kinship.verdict.relation.rawValue,
            distance: kinship.verdict.distance, reason: kinship.verdict.words)
    }
}

extension GroupLine.Member {
    init(_ member: DuplicateGroup.Member, ids: PackedNames) {
        self.init(
            id: ids[member.index], relation: member.relation.rawValue, distance: member.distance,
            evidence: member.evidence.json(box: member.box), reason: member.reason,
            via: member.via.map { ids[$0] })
    }
}
