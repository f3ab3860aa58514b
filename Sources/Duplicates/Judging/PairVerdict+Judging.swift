internal import Descriptors
internal import Fingerprints

extension PairVerdict {
    /// How two pictures are related: the same relation and evidence whichever is named first.
    public static func compare(_ a: Picture, _ b: Picture) -> PairVerdict {
        let (first, second) = Self.isOrdered(a, b) ? (a, b) : (b, a)
        var evidence = Evidence()
        evidence.distance = first.fingerprint.distance(to: second.fingerprint)
        if first.digest == second.digest { return identical(first.facts, second.facts) }
        if let pixels = first.pixelDigest, pixels == second.pixelDigest {
            evidence.correlation = 1000
            return PairVerdict(.samePixels, evidence, first.facts, second.facts)
        }
        let side = min(min(first.width, first.height), min(second.width, second.height))
        let comparison = Comparison(first.descriptor, second.descriptor, isCoarse: side < Limits.coarseSide)
        evidence.fill(from: comparison)
        var relation = relation(first, second, comparison)
        // Only first frames were compared: two animations may share one and move differently.
        if relation.isDuplicate, first.isAnimated || second.isAnimated { relation = .near }
        return PairVerdict(relation, evidence, first.facts, second.facts)
    }

    /// The verdict on two files of the same bytes.
    static func identical(_ a: PictureFacts, _ b: PictureFacts) -> PairVerdict {
        var evidence = Evidence()
        evidence.correlation = 1000
        return PairVerdict(.identical, evidence, a, b)
    }

    /// One order for any two pictures, by their content before their names.
    private static func isOrdered(_ a: Picture, _ b: Picture) -> Bool {
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

    private init(_ relation: Relation, _ evidence: Evidence, _ first: PictureFacts, _ second: PictureFacts) {
        self.relation = relation
        self.evidence = evidence
        words = evidence.sentence(relation, first, second)
    }
}
