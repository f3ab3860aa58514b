extension PairVerdict {
    /// Whether only decoding both files can say if they have the same pixels: their sizes and descriptors are equal to the
    /// last cell, and no digest of their pixels is known.
    public func asksForPixels(_ a: Picture, _ b: Picture) -> Bool {
        relation == .reencoded && a.width == b.width && a.height == b.height && a.frames == b.frames
            && a.descriptor == b.descriptor && (a.pixelDigest == nil || b.pixelDigest == nil)
    }

    /// The verdict on the same two pictures when all their pixels were found to be equal.
    public func withSamePixels(_ a: Picture, _ b: Picture) -> PairVerdict {
        var proved = evidence
        proved.correlation = 1000
        return PairVerdict(.samePixels, proved, a.facts, b.facts)
    }

    /// Whether another orientation may prove more.
    var mayBeTurned: Bool { !relation.isDuplicate && evidence.correlation < Limits.otherwayPermille }
}
