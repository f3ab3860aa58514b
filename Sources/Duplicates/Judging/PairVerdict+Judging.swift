internal import Descriptors
internal import Fingerprints
internal import Rasters

extension PairVerdict {
    /// How two pictures are related: the same relation and evidence whichever is named first.
    ///
    /// Only what is unrelated upright is looked at in other orientations, and only if both have enough detail for a
    /// fingerprint.
    ///
    /// - Parameters:
    ///   - orientations: The positions in which one may be the other.
    ///   - animations: How animations are judged; with `skip` as with `frames`, for here they were asked for.
    public static func compare(
        _ a: Picture, _ b: Picture, orientations: MatchOptions.Orientations = .none,
        animations: MatchOptions.Animations = .frames
    ) -> PairVerdict {
        if a.digest == b.digest {
            let (first, second) = Self.isOrdered(a, b) ? (a, b) : (b, a)
            return identical(first.facts, second.facts)
        }
        if animations != .first, let verdict = byFrames(a, b, orientations: orientations) { return verdict }
        let upright = compare(a, b, by: .upright, animations: animations)
        guard upright.relation == .unrelated, !a.fingerprint.isFlat, !b.fingerprint.isFlat else { return upright }
        return best(a, b, by: orientations.turns, animations: animations) ?? upright
    }

    /// The verdict on `a` and `b` after one of `turns` was done to `b`: the one that proves most, by the least difference in
    /// its worst place; `nil` where they are unrelated in all.
    static func best(
        _ a: Picture, _ b: Picture, by turns: [Orientation], animations: MatchOptions.Animations
    ) -> PairVerdict? {
        turns.map { compare(a, b, by: $0, animations: animations) }.filter { $0.relation != .unrelated }
            .min { $0.isStronger(than: $1) }
    }

    private func isStronger(than other: PairVerdict) -> Bool {
        func key(_ verdict: PairVerdict) -> (Int, Int, Int) {
            let relations: [Relation] = [.unrelated, .near, .alternate, .stillOf]
            let rank = relations.firstIndex(of: verdict.relation) ?? relations.count
            let evidence = verdict.evidence
            return (-rank, max(evidence.worstTile, evidence.worstColorTile), evidence.orientation)
        }
        return key(self) < key(other)
    }

    /// The verdict on two pictures of other bytes after `turn` was done to `b`.
    private static func compare(
        _ a: Picture, _ b: Picture, by turn: Orientation, animations: MatchOptions.Animations
    ) -> PairVerdict {
        let isOrdered = isOrdered(a, b)
        let orientation = isOrdered ? turn : turn.inverse
        let first = isOrdered ? a : b
        let second = (isOrdered ? b : a).oriented(orientation)
        var evidence = Evidence()
        evidence.distance = first.fingerprint.distance(to: second.fingerprint)
        evidence.orientation = orientation.rawValue
        if let pixels = first.pixelDigest, pixels == second.pixelDigest {
            evidence.correlation = 1000
            return PairVerdict(.samePixels, evidence, first.facts, second.facts)
        }
        let side = min(min(first.width, first.height), min(second.width, second.height))
        let comparison = Comparison(first.descriptor, second.descriptor, isCoarse: side < Limits.coarseSide)
        evidence.fill(from: comparison)
        var relation = relation(first, second, comparison)
        if relation.isDuplicate, orientation != .upright { relation = orientation.isMirroring ? .mirrored : .rotated }
        let isMoving = first.isAnimated || second.isAnimated
        if relation.isDuplicate, isMoving {
            // Only first frames were compared: two animations may share one and move differently.
            let decided: Relation = first.isAnimated && second.isAnimated ? relation : .stillOf
            relation = animations == .first ? decided : .near
        }
        return PairVerdict(
            relation, evidence, first.facts, second.facts, isMotionOpen: isMoving && animations != .first)
    }

    /// The verdict on two files of the same bytes.
    static func identical(_ a: PictureFacts, _ b: PictureFacts) -> PairVerdict {
        var evidence = Evidence()
        evidence.correlation = 1000
        return PairVerdict(.identical, evidence, a, b)
    }

    /// One order for any two pictures, by their content before their names.
    static func isOrdered(_ a: Picture, _ b: Picture) -> Bool { isOrdered(a.facts, b.facts) }

    /// The same of facts.
    static func isOrdered(_ a: PictureFacts, _ b: PictureFacts) -> Bool {
        if a.digest != b.digest { return a.digest < b.digest }
        if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
        return a.ticket < b.ticket
    }

    private static func relation(_ first: Picture, _ second: Picture, _ comparison: Comparison) -> Relation {
        let worst = max(comparison.luma.worst, comparison.color?.worst ?? 0)
        let share = max(comparison.luma.share, comparison.color?.share ?? 0)
        let isLocal = worst > Limits.editTile && share <= Limits.editShare
        if first.fingerprint.isFlat || second.fingerprint.isFlat {
            if FlatComparison.agree(first, second) { return copy(first, second, comparison) }
            guard comparison.correlation >= Limits.copyCorrelation else { return .unrelated }
            return isLocal ? .alternate : .near
        }
        guard comparison.correlation >= Limits.relatedCorrelation else { return .unrelated }
        if isLocal { return .alternate }
        let allowed = comparison.isRecolored ? Limits.recoloredTile : Limits.copyTile
        guard worst <= allowed, comparison.correlation >= Limits.copyCorrelation else { return .near }
        return copy(first, second, comparison)
    }

    private static func copy(_ first: Picture, _ second: Picture, _ comparison: Comparison) -> Relation {
        if comparison.isRecolored { return .recolored }
        return first.width == second.width && first.height == second.height ? .reencoded : .resized
    }

    private init(
        _ relation: Relation, _ evidence: Evidence, _ first: PictureFacts, _ second: PictureFacts,
        isMotionOpen: Bool = false
    ) {
        self.relation = relation
        self.evidence = evidence
        words = evidence.sentence(relation, first, second, isMotionOpen: isMotionOpen)
    }
}
