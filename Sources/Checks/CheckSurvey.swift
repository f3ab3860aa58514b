public import Manifests
internal import Sourcing

/// Goes through the records of one collection and says what is to be said of each, and of those that belong together.
///
/// Of a record only some words are kept, so a survey takes far less memory than the manifest.
public struct CheckSurvey {
    /// Compares two items by their positions: the matcher's relation by its raw value, or `nil` when they cannot be
    /// compared.
    public typealias Comparison = (_ first: Int, _ second: Int) -> String?

    private let policy: CheckPolicy
    private let breaches: BreachPolicy
    private var items: [CheckedItem] = []
    private var facts: [Facts] = []

    /// What other records may ask of one.
    private struct Facts {
        let kind: String
        let item: String?
        let variant: String?
        let isAnimated: Bool
        let group: GroupSection?
        /// Whether a finding about its variant is on record.
        let isVariantSettled: Bool
    }

    /// A survey of nothing.
    public init(policy: CheckPolicy = CheckPolicy(), breaches: BreachPolicy = BreachPolicy()) {
        self.policy = policy
        self.breaches = breaches
    }

    /// How many records were added.
    public var count: Int { items.count }

    /// Adds the next record.
    ///
    /// - Parameters:
    ///   - source: what the item is checked as a part of.
    ///   - path: where its file is as seen from the working directory; `nil` when it is not on this machine.
    public mutating func add(_ record: ManifestRecord, source: String, path: String?) {
        let issues = RecordCheck.issues(of: record, policy: policy, breaches: breaches)
        items.append(
            CheckedItem(
                source: source, kind: record.source.kind, id: record.id, path: path, url: record.source.url,
                digest: record.file?.sha256,
                artwork: ArtworkKey(page: record.source.page, direct: record.source.direct), issues: issues))
        facts.append(
            Facts(
                kind: record.source.kind, item: record.source.item, variant: record.source.variant,
                isAnimated: (record.image?.frames ?? 1) > 1, group: record.error == nil ? record.group : nil,
                isVariantSettled: issues.contains { $0.rule == .variant }))
    }

    /// All items in order, with what pairs of them led to.
    ///
    /// - Parameter compare: asked for forms of one picture that no group brought together.
    public consuming func items(comparing compare: Comparison) -> [CheckedItem] {
        let variants = issuesOfVariants(compare)
        let copies = issuesOfCopies()
        for index in items.indices {
            items[index].issues += [variants[index], copies[index]].compactMap(\.self)
        }
        return items
    }

    /// Each further form of a picture against the first one.
    private func issuesOfVariants(_ compare: Comparison) -> [CheckIssue?] {
        var issues = [CheckIssue?](repeating: nil, count: facts.count)
        var firsts: [[String]: Int] = [:]
        for (index, facts) in facts.enumerated() {
            guard let item = facts.item, facts.variant != nil, let group = facts.group else { continue }
            guard let first = firsts[[facts.kind, item]] else {
                firsts[[facts.kind, item]] = index
                continue
            }
            guard !facts.isVariantSettled, let firstGroup = self.facts[first].group else { continue }
            let relation =
                VariantCheck.relation(of: (items[index].id, group), and: (items[first].id, firstGroup))
                ?? compare(first, index)
            let finding = VariantCheck.finding(
                relation: relation, other: items[first].id,
                areAnimated: facts.isAnimated || self.facts[first].isAnimated, policy: policy)
            issues[index] = finding.map {
                CheckIssue(
                    rule: .variant, level: $0.severity == .error && breaches.mismatches ? .error : .warning,
                    declared: $0.declared, decoded: $0.decoded, other: items[first].id,
                    message: "declared \($0.declared.words), compared \($0.decoded.words)")
            }
        }
        return issues
    }

    /// Copies and other versions, where they break the policy. Forms of one picture are copies by intent.
    private func issuesOfCopies() -> [CheckIssue?] {
        guard breaches.duplicates || breaches.alternates else { return facts.map { _ in nil } }
        var positions: [String: Int] = [:]
        for (index, item) in items.enumerated() { positions[item.id] = index }
        return facts.map { facts in
            guard let group = facts.group, let keeper = group.keeper else { return nil }
            if let item = facts.item, let position = positions[keeper], self.facts[position].item == item,
                self.facts[position].kind == facts.kind
            {
                return nil
            }
            let relation = group.relation ?? "related"
            switch group.role {
            case .duplicate where breaches.duplicates:
                return CheckIssue(
                    rule: .duplicate, level: .error, other: keeper, message: "a copy of \(keeper) (\(relation))")
            case .alternate where breaches.alternates:
                return CheckIssue(
                    rule: .alternate, level: .error, other: keeper,
                    message: "another version of \(keeper) (\(relation))")
            default: return nil
            }
        }
    }
}
