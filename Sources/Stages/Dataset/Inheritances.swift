internal import JSONText
internal import Files
internal import Manifests

/// What those that are kept take over from those that are dropped, found in a pass over the drafts.
///
/// Only what is said of pictures in groups is held, and only where something is said.
struct Inheritances {
    /// The records of pictures in groups, by position; without what was measured.
    private var said: [Int: ManifestRecord] = [:]
    private let groups: [GroupAssignment.Membership]

    /// For the groups of `assignment`.
    init(_ assignment: GroupAssignment) { groups = assignment.memberships }

    /// Whether `record` says something that another may take over.
    static func isSaying(_ record: ManifestRecord) -> Bool {
        var said = record.annotations
        said.extra = JSONObject()
        return said != Annotations() || record.source.page != nil || record.source.direct != nil
    }

    /// Whether the picture at `position` is in a group, so that its draft is wanted.
    func wants(_ position: Int, of assignment: GroupAssignment) -> Bool {
        [.keeper, .duplicate].contains(assignment[position].role)
    }

    /// Takes the draft of the picture at `position`. One that cannot be read, which this program wrote, says nothing.
    mutating func take(_ draft: DraftLine, at position: Int) {
        guard let record = try? ManifestLine.decode(draft.bytes, line: position + 1) else { return }
        guard Self.isSaying(record) else { return }
        said[position] = ManifestRecord(id: record.id, source: record.source, annotations: record.annotations)
        said[position]?.annotations.extra = JSONObject()
    }

    /// What each keeper takes over, by its position.
    var byKeeper: [(keeper: Int, inherited: [Inheritance])] {
        groups.compactMap { group in
            let members = group.members.compactMap { said[$0] }
            guard !members.isEmpty else { return nil }
            let keeper = said[group.keeper] ?? ManifestRecord(id: "", source: SourceSection(kind: ""))
            var inherited: [Inheritance] = []
            for member in members {
                if let new = Inheritance(of: member, for: keeper, behind: inherited) { inherited.append(new) }
            }
            return inherited.isEmpty ? nil : (group.keeper, inherited)
        }
    }
}
