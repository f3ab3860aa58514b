internal import Descriptors
internal import Fingerprints
internal import Rasters

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
        if a.digest == b.digest {
            let (first, second) = Self.isOrdered(a, b) ? (a, b) : (b, a)
            return identical(first.facts, second.facts)
        }
        if animations != .first, let verdict = byFrames(a, b, orientations: orientations) { return verdict }
        let upright = compare(a, b, by: .upright, animations: animations)
        if upright.relation.isDuplicate, upright.evidence.correlation >= Limits.surePermille { return upright }
        var verdicts = [upright]
        if let negative = negative(a, b, animations: animations) { verdicts.append(negative) }
        if reach != .whole {
            let hasCrops = reach != .borders && upright.evidence.correlation < Limits.almostRightPermille
            if let placed = placed(a, b, withCrops: hasCrops, animations: animations) { verdicts.append(placed) }
        }
        if upright.mayBeTurned, !a.fingerprint.isFlat, !b.fingerprint.isFlat {
            if let turned = best(a, b, by: orientations.turns, animations: animations) { verdicts.append(turned) }
        }
        return verdicts.min { $0.isStronger(than: $1) } ?? upright
    }

    /// The verdict on two pictures of which one may be the negative of the other; `nil` where they are not.
    private static func negative(
        _ a: Picture, _ b: Picture, animations: MatchOptions.Animations
    ) -> PairVerdict? {
        guard 256 - a.fingerprint.distance(to: b.fingerprint) <= Limits.negativeAgreement, !a.fingerprint.isFlat,
            !b.fingerprint.isFlat
        else { return nil }
        let (first, second) = isOrdered(a, b) ? (a, b) : (b, a)
        var evidence = Evidence()
        evidence.distance = first.fingerprint.distance(to: second.fingerprint)
        let comparison = Comparison(first.descriptor, second.descriptor.negative, isCoarse: isCoarse(first, second))
        evidence.fill(from: comparison)
        // What was added to the negative is taken from the picture.
        evidence.bias += 255 * evidence.gain
        evidence.gain = -evidence.gain
        var relation = relation(first, second, comparison)
        guard relation != .unrelated else { return nil }
        if relation.isDuplicate { relation = .recolored }
        return decided(relation, evidence, first, second, animations)
    }

    /// The verdict on two pictures of which one may lie in the other; `nil` where no part is found that agrees.
    private static func placed(
        _ a: Picture, _ b: Picture, withCrops: Bool, animations: MatchOptions.Animations
    ) -> PairVerdict? {
        let (first, second) = isOrdered(a, b) ? (a, b) : (b, a)
        let placements = Placement.found(first, second, withCrops: withCrops)
        if placements.isEmpty { return nil }
        let (one, other) = (
            LumaPlane(first.descriptor, isSmoothed: false), LumaPlane(second.descriptor, isSmoothed: false)
        )
        var best: PairVerdict?
        for start in placements.prefix(Limits.placesTried) {
            let placement = start.refined(one, other)
            guard placement.shift >= Limits.leastShift else { continue }
            let comparison = Comparison(first.descriptor, second.descriptor, at: placement)
            var evidence = Evidence()
            evidence.distance = first.fingerprint.distance(to: second.fingerprint)
            evidence.fill(from: comparison)
            evidence.placement = placement.box
            evidence.box = evidence.box.map { $0.moved(into: placement.first) }
            var relation = relation(
                first, second, comparison, isPlaced: true, isMoved: placement.shift >= Limits.movedShift)
            guard relation != .unrelated else { continue }
            if relation.isDuplicate, placement.shift >= Limits.croppedShift { relation = .cropped }
            let verdict = decided(relation, evidence, first, second, animations)
            if best.map({ verdict.isStronger(than: $0) }) ?? true { best = verdict }
            if relation.isDuplicate { break }
        }
        return best
    }

    private static func isCoarse(_ first: Picture, _ second: Picture) -> Bool {
        min(min(first.width, first.height), min(second.width, second.height)) < Limits.coarseSide
    }

    /// The verdict when the relation of first frames is known.
    private static func decided(
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
        turns.map { compare(a, b, by: $0, animations: animations) }.filter { $0.relation != .unrelated }
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
        return decided(relation, evidence, first, second, animations)
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

    private static func relation(
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
        let allowed = isToned ? Limits.clippedTile : isMoved ? Limits.placedTile : Limits.copyTile
        // What was cut and sampled anew has no excuse for more: drawings of one series lie on each other nearly as well.
        let isFiltered =
            !isPlaced && (comparison.isRecolored || comparison.toneShift > Limits.filteredTone)
        let damage = isFiltered ? Limits.recoloredDamage : Limits.evenDamage
        guard worst <= allowed, comparison.damage <= damage,
            isSame || !isPlaced && comparison.correlation >= Limits.copyCorrelation
        else { return .near }
        return copy(first, second, comparison)
    }

    private static func copy(_ first: Picture, _ second: Picture, _ comparison: Comparison) -> Relation {
        if comparison.isRecolored { return .recolored }
        return first.width == second.width && first.height == second.height ? .reencoded : .resized
    }

    init(
        _ relation: Relation, _ evidence: Evidence, _ first: PictureFacts, _ second: PictureFacts,
        isMotionOpen: Bool = false
    ) {
        self.relation = relation
        self.evidence = evidence
        words = evidence.sentence(relation, first, second, isMotionOpen: isMotionOpen)
    }
}
