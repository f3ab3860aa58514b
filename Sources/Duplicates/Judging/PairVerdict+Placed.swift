internal import Descriptors
internal import Fingerprints
internal import Rasters

extension PairVerdict {
    /// The verdict on two pictures of which one may be the negative of the other; `nil` where they are not.
    static func negative(
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
    static func placed(
        _ a: PreparedPicture, _ b: PreparedPicture, upright: (verdict: PairVerdict, isStill: Bool),
        animations: MatchOptions.Animations
    ) -> PairVerdict? {
        let (one, other) = isOrdered(a.picture, b.picture) ? (a, b) : (b, a)
        let (first, second) = (one.picture, other.picture)
        let liesRight = upright.verdict.evidence.correlation >= Limits.liesRightPermille
        let isStill = liesRight && upright.isStill
        let placements = Placement.found(one, other, withCrops: !liesRight)
            .filter { !isStill || $0.shift >= Limits.movedShift }
        if placements.isEmpty { return nil }
        let planes = (
            LumaPlane(first.descriptor, isSmoothed: false), LumaPlane(second.descriptor, isSmoothed: false)
        )
        var best: PairVerdict?
        for start in placements.prefix(Limits.placesTried) {
            let placement = start.refined(planes.0, planes.1)
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
}
