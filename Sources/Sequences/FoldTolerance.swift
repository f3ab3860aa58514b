internal import Fingerprints

/// How little two frames may differ in to be folded into one run.
struct FoldTolerance: Sendable {
    /// The luma levels that the worst cell may differ by.
    var luma: Int
    /// The same for a color cell.
    var color: Int
    /// The bits that fingerprints may differ in, unless both are flat: those of flat frames say nothing.
    var bits: Int

    /// The one that every sequence begins with, and those that follow when there are too many runs. Compression of frames
    /// that were equal moves a cell by a level or two; a blink moves one by ten or more.
    static let steps = [
        FoldTolerance(luma: 2, color: 6, bits: 8), FoldTolerance(luma: 4, color: 8, bits: 12),
        FoldTolerance(luma: 8, color: 12, bits: 20),
    ]

    func folds(_ one: Fingerprint, _ cells: ArraySlice<UInt8>, _ other: Fingerprint, _ others: ArraySlice<UInt8>)
        -> Bool
    {
        guard one.isFlat && other.isFlat || one.distance(to: other) <= bits else { return false }
        let (first, second) = (cells.startIndex, others.startIndex)
        for index in 0..<SequenceFrame.cellCount {
            let difference = abs(Int(cells[first + index]) - Int(others[second + index]))
            if difference > (index < SequenceFrame.lumaCount ? luma : color) { return false }
        }
        return true
    }
}
