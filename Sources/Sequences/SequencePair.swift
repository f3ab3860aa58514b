internal import Fingerprints

/// Two sequences and how far each run of the one is from each of the other.
struct SequencePair {
    /// Bits by which the fingerprints of a frame and its copy may differ: wide, for cells and movement decide. Copies of
    /// animations 30 pixels wide at half their size are that far apart.
    static let bits = 64
    /// What a cell of luma, and of color, may differ by in two frames that are compared further: a bar or a caption may stand in all of
    /// them.
    static let loosest = (luma: 90, color: 40)

    let first: FrameSequence
    let second: FrameSequence
    /// For each run of the first, all of the second: the mean square of the differences of luma in levels; nothing
    /// for frames that are too far apart.
    private(set) var distances: [Float?]

    init(_ first: FrameSequence, _ second: FrameSequence) {
        self.first = first
        self.second = second
        distances = []
        distances.reserveCapacity(first.runs.count * second.runs.count)
        for one in first.runs.indices {
            for other in second.runs.indices { distances.append(Self.distance(first, one, second, other)) }
        }
    }

    func distance(_ one: Int, _ other: Int) -> Float? { distances[one * second.runs.count + other] }

    private static func distance(_ first: FrameSequence, _ one: Int, _ second: FrameSequence, _ other: Int) -> Float? {
        let (a, b) = (first.runs[one].fingerprint, second.runs[other].fingerprint)
        // The bits of flat frames turn by rounding alone.
        guard a.isFlat || b.isFlat || a.distance(to: b) <= bits else { return nil }
        let count = SequenceFrame.cellCount
        let difference = CellDifference(
            first.cells.span.extracting(one * count..<(one + 1) * count),
            second.cells.span.extracting(other * count..<(other + 1) * count))
        guard difference.worstLuma <= loosest.luma, difference.worstColor <= loosest.color else { return nil }
        return Float(difference.squares) / Float(SequenceFrame.lumaCount)
    }
}
