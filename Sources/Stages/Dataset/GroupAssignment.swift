internal import Duplicates
internal import JSONText
internal import Manifests

/// What grouping came to, in the terms of manifests: a line for each group, and every picture's place in them.
struct GroupAssignment {
    /// The lines of `groups.jsonl`, in the order of their keepers.
    let lines: [GroupLine]
    /// The place of each picture that is not unique, by its position among the pictures that were grouped.
    private var sections: [Int: GroupSection] = [:]
    /// How many pictures were grouped.
    private let pictures: Int

    /// A group by the positions of its pictures.
    struct Membership {
        let keeper: Int
        let members: [Int]
    }

    /// The groups, in the order of `lines`.
    let memberships: [Membership]

    /// Names groups in the order of their keepers, and says of each picture what it is.
    ///
    /// - Parameter ids: the manifest ids of the pictures, by position.
    init(_ deduplication: Deduplication, ids: PackedNames) {
        pictures = ids.count
        var names: [Int: String] = [:]
        for (number, group) in deduplication.groups.enumerated() { names[group.keeper] = Self.name(number + 1) }
        lines = deduplication.groups.map { group in
            GroupLine(
                id: names[group.keeper] ?? group.id, keeper: ids[group.keeper], reason: group.reason,
                members: group.members.map { GroupLine.Member($0, ids: ids) },
                alternates: group.alternates.map { GroupLine.Member($0, ids: ids) }, isDecided: group.isDecided)
        }
        memberships = deduplication.groups.map { Membership(keeper: $0.keeper, members: $0.members.map(\.index)) }
        for group in deduplication.groups { place(group, name: names[group.keeper], ids: ids) }
        for kinship in deduplication.kinships where [.alternate, .stillOf, .retimed].contains(kinship.verdict.relation)
        {
            place(kinship, names: names, ids: ids)
        }
    }

    /// The place of the picture at `position`.
    subscript(position: Int) -> GroupSection { sections[position] ?? GroupSection(role: .unique) }

    /// Counts the places of all pictures.
    func count(in summary: inout Summary) {
        for section in sections.values { summary.count(section) }
        summary.count(GroupSection(role: .unique), times: pictures - sections.count)
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
