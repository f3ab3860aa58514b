public import Manifests

/// Whether two forms of one picture show the same: a source's `original` and `compressed` of one item.
public enum VariantCheck {
    /// The word for two forms that nobody compared.
    private static let notCompared = "not compared"

    /// What a comparison of the two came to; `nil` for no finding.
    ///
    /// A copy that was encoded again or resized is what a variant is. One in other tones may come from a color profile,
    /// and animations are not compared frame by frame, so what is not settled is a warning; what is settled and no copy
    /// is as bad as any wrong declaration.
    ///
    /// - Parameters:
    ///   - relation: the matcher's relation by its raw value; `nil` where they could not be compared.
    ///   - other: the id of the other form.
    ///   - areAnimated: whether one of the two has several frames.
    public static func finding(
        relation: String?, other: String, areAnimated: Bool = false, policy: CheckPolicy = CheckPolicy()
    ) -> Finding? {
        guard let severity = policy.metadata else { return nil }
        let relation = relation ?? notCompared
        if isSame(relation) || areAnimated && isOpen(relation) { return nil }
        return Finding(
            field: .variant, declared: .text("the picture of \(other)"), decoded: .text(relation),
            severity: isOpen(relation) ? .warning : severity)
    }

    /// The relation of two items of one dataset, as far as their groups tell.
    ///
    /// Members of a group were each compared with its keeper. `nil` where the groups do not settle it: then the two have
    /// to be compared themselves.
    public static func relation(
        of first: (id: String, group: GroupSection), and second: (id: String, group: GroupSection)
    ) -> String? {
        if first.group.keeper == second.id, let relation = first.group.relation { return relation }
        if second.group.keeper == first.id, let relation = second.group.relation { return relation }
        guard let keeper = first.group.keeper, keeper == second.group.keeper, let one = first.group.relation,
            let two = second.group.relation, isSame(one), isSame(two)
        else { return nil }
        return one == "resized" ? one : two
    }

    private static func isSame(_ relation: String) -> Bool {
        ["identical", "same-pixels", "reencoded", "resized"].contains(relation)
    }

    private static func isOpen(_ relation: String) -> Bool {
        [notCompared, "near", "recolored", "still-of", "retimed"].contains(relation)
    }
}
