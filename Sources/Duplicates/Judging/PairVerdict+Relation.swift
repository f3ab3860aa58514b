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
        // What clipping leaves is excused only where everything else lies right.
        let allowed = isToned && isSame ? Limits.clippedTile : isMoved ? Limits.placedTile : Limits.copyTile
        // What was cut and sampled anew has no excuse for more: drawings of one series lie on each other nearly as well.
        let isFiltered =
            !isPlaced && (comparison.isRecolored || comparison.toneShift > Limits.filteredTone)
        let damage = isFiltered ? Limits.recoloredDamage : Limits.evenDamage
        guard worst <= allowed, comparison.damage <= damage,
            isSame || !isPlaced && comparison.correlation >= Limits.copyCorrelation
        else { return .near }
        let isAlone = worst > Limits.loneTile && comparison.soft?.prominence ?? 0 > Limits.loneProminence
        if isAlone, !isPlaced, !comparison.isRecolored { return .near }
        return copy(first, second, comparison)
    }

    private static func copy(_ first: Picture, _ second: Picture, _ comparison: Comparison) -> Relation {
        if comparison.isRecolored { return .recolored }
        return first.width == second.width && first.height == second.height ? .reencoded : .resized
    }
}
