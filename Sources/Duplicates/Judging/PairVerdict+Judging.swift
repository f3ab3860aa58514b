internal import Descriptors
internal import Fingerprints
package import Rasters

extension PairVerdict {
    /// How two pictures are related: the same relation and evidence whichever is named first.
    ///
    /// What is no copy as it lies there is looked at as a negative, as a part of the other, and, where it is unrelated
    /// upright, in other orientations if both have enough detail for a fingerprint.
    ///
    /// - Parameters:
    ///   - orientations: The positions in which one may be the other.
    ///   - animations: How animations are judged; with `skip` as with `frames`, for here they were asked for.
    ///   - reach: How much of the one has to be in the other.
    public static func compare(
        _ a: Picture, _ b: Picture, orientations: MatchOptions.Orientations = .none,
        animations: MatchOptions.Animations = .frames, reach: MatchOptions.Reach = .automatic
    ) -> PairVerdict {
        compare(
            PreparedPicture(a, reach: reach), PreparedPicture(b, reach: reach), turns: orientations.turns,
            animations: animations, reach: reach)
    }

    /// The same of pictures that are compared with many, where `turns` are what may have been done to `b`.
    package static func compare(
        _ a: PreparedPicture, _ b: PreparedPicture, turns: [Orientation] = [],
        animations: MatchOptions.Animations = .frames, reach: MatchOptions.Reach = .automatic
    ) -> PairVerdict {
        let (one, other) = (a.picture, b.picture)
        if one.facts.contentKey == other.facts.contentKey {
            let (first, second) = Self.isOrdered(one, other) ? (one, other) : (other, one)
            return identical(first.facts, second.facts)
        }
        if animations != .first, let verdict = byFrames(a, b, turns: turns) { return verdict }
        let (upright, isStill) = compare(one, other, by: .upright, animations: animations)
        if upright.relation.isDuplicate, upright.evidence.correlation >= Limits.surePermille { return upright }
        var verdicts = [upright]
        if let negative = negative(one, other, animations: animations) { verdicts.append(negative) }
        if reach != .whole, let placed = placed(a, b, upright: (upright, isStill), animations: animations) {
            verdicts.append(placed)
        }
        if upright.mayBeTurned, !one.fingerprint.isFlat, !other.fingerprint.isFlat {
            if let turned = best(one, other, by: turns, animations: animations) { verdicts.append(turned) }
        }
        return verdicts.min { $0.isStronger(than: $1) } ?? upright
    }

    static func isCoarse(_ first: Picture, _ second: Picture) -> Bool {
        min(min(first.width, first.height), min(second.width, second.height)) < Limits.coarseSide
    }

    /// The verdict when the relation of first frames is known.
    static func decided(
        _ found: Relation, _ evidence: Evidence, _ first: Picture, _ second: Picture,
        _ animations: MatchOptions.Animations
    ) -> PairVerdict {
        var relation = found
        let isMoving = first.isAnimated || second.isAnimated
        if relation.isDuplicate, isMoving {
            // Only first frames were compared: two animations may share one and move differently.
            let decided: Relation = first.isAnimated && second.isAnimated ? relation : .stillOf
            relation = animations == .first ? decided : .near
        }
        return PairVerdict(
            relation, evidence, first.facts, second.facts, isMotionOpen: isMoving && animations != .first)
    }

    /// The verdict on `a` and `b` after one of `turns` was done to `b`: the one that proves most, by the least difference in
    /// its worst place; `nil` where they are unrelated in all.
    static func best(
        _ a: Picture, _ b: Picture, by turns: [Orientation], animations: MatchOptions.Animations
    ) -> PairVerdict? {
        turns.map { compare(a, b, by: $0, animations: animations).verdict }.filter { $0.relation != .unrelated }
            .min { $0.isStronger(than: $1) }
    }

    func isStronger(than other: PairVerdict) -> Bool {
        func key(_ verdict: PairVerdict) -> (Int, Int, Int) {
            let relations: [Relation] = [.unrelated, .near, .alternate, .stillOf]
            let rank = relations.firstIndex(of: verdict.relation) ?? relations.count
            let evidence = verdict.evidence
            // Of copies the one with the least difference in its worst place, of others the one that agrees most.
            let doubt =
                rank == relations.count ? max(evidence.worstTile, evidence.worstColorTile) : -evidence.correlation
            return (-rank, doubt, evidence.orientation)
        }
        return key(self) < key(other)
    }

    /// The verdict on two pictures of other bytes after `turn` was done to `b`, and whether the one has no wish to
    /// be moved to lie on the other.
    private static func compare(
        _ a: Picture, _ b: Picture, by turn: Orientation, animations: MatchOptions.Animations
    ) -> (verdict: PairVerdict, isStill: Bool) {
        let isOrdered = isOrdered(a, b)
        let orientation = isOrdered ? turn : turn.inverse
        let first = isOrdered ? a : b
        let second = (isOrdered ? b : a).oriented(orientation)
        var evidence = Evidence()
        evidence.distance = first.fingerprint.distance(to: second.fingerprint)
        evidence.orientation = orientation.rawValue
        if let pixels = first.pixelDigest, pixels == second.pixelDigest {
            evidence.correlation = 1000
            return (PairVerdict(.samePixels, evidence, first.facts, second.facts), true)
        }
        let comparison = Comparison(first.descriptor, second.descriptor, isCoarse: isCoarse(first, second))
        evidence.fill(from: comparison)
        var relation = relation(first, second, comparison)
        if relation.isDuplicate {
            let placement = Placement(warp: comparison.warp)
            if placement.shift >= Limits.croppedShift {
                evidence.placement = placement.box
                relation = .cropped
            }
        }
        if relation.isDuplicate, orientation != .upright { relation = orientation.isMirroring ? .mirrored : .rotated }
        return (decided(relation, evidence, first, second, animations), comparison.isStill)
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
        if a.contentKey != b.contentKey { return a.contentKey < b.contentKey }
        if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
        return a.ticket < b.ticket
    }

    init(
        _ relation: Relation, _ evidence: Evidence, _ first: PictureFacts, _ second: PictureFacts,
        isMotionOpen: Bool = false
    ) {
        let pair = ShownPair(first: .init(first), second: .init(second), isMotionOpen: isMotionOpen)
        self.init(relation, evidence, of: pair)
    }
}
