internal import Fingerprints

extension PairVerdict {
    /// The relation that measurements of first frames speak for.
    static func relation(
        _ first: Picture, _ second: Picture, _ comparison: Comparison, isPlaced: Bool = false,
        isMoved: Bool = false
    ) -> Relation {
        let worst = comparison.worst
        let share = max(comparison.luma.share, comparison.color?.share ?? 0)
        let isToned = comparison.isRecolored && comparison.toneShift > Limits.strongTone
        let edit = isToned ? Limits.clippedTile : Limits.editTile
        let isLocal = worst > edit && share <= Limits.editShare
        if !isPlaced, first.fingerprint.isFlat || second.fingerprint.isFlat {
            if FlatComparison.agree(first, second) { return copy(first, second, comparison) }
            guard comparison.correlation >= Limits.copyCorrelation else { return .unrelated }
            return isLocal ? .alternate : .near
        }
        let related = isPlaced ? Limits.copyCorrelation : Limits.relatedCorrelation
        guard comparison.correlation >= related else { return .unrelated }
        if isLocal, !isMoved || worst > Limits.placedTile { return .alternate }
        let isSame = comparison.correlation >= Limits.placedCorrelation
        if comparison.isRepainted, isSame { return .alternate }
        let allowed = allowed(comparison, isToned: isToned && isSame && !isPlaced, isMoved: isMoved)
        // What was cut and sampled anew has no excuse for more: drawings of one series lie on each other nearly as well.
        let isFiltered = !isPlaced && (comparison.isRecolored || comparison.isFiltered)
        let damage = isFiltered ? Limits.recoloredDamage : Limits.evenDamage
        guard worst <= allowed, comparison.damage <= damage, !comparison.isUnexplained,
            isSame || !isPlaced && comparison.correlation >= leastCorrelation(comparison)
        else { return .near }
        let isAlone = worst > Limits.loneTile && comparison.soft?.prominence ?? 0 > Limits.loneProminence
        if isAlone, !isPlaced, !comparison.isRecolored { return .near }
        return copy(first, second, comparison)
    }

    /// The worst tile of a copy. What clipping leaves is excused only where everything else lies right, and what sampling
    /// anew leaves only where tones and colors are as they were: drawings of one series may be cut to lie on each other.
    private static func allowed(_ comparison: Comparison, isToned: Bool, isMoved: Bool) -> Float {
        if isToned { return Limits.clippedTile }
        return isMoved && !comparison.isRecolored ? Limits.placedTile : Limits.copyTile
    }

    /// What blurs or sharpens may leave little of fine structure; what changes tones or colors leaves it.
    private static func leastCorrelation(_ comparison: Comparison) -> Double {
        comparison.isShifted ? Limits.recoloredCorrelation : Limits.copyCorrelation
    }

    private static func copy(_ first: Picture, _ second: Picture, _ comparison: Comparison) -> Relation {
        if comparison.isRecolored { return .recolored }
        return first.width == second.width && first.height == second.height ? .reencoded : .resized
    }
}
