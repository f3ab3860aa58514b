/// How far two frames are apart, cell by cell.
struct CellDifference {
    /// The largest difference of two luma cells, in levels.
    private(set) var worstLuma = 0
    /// The same for color cells.
    private(set) var worstColor = 0
    /// The sum of the squares of the differences of luma.
    private(set) var squares = 0

    init(_ one: Span<UInt8>, _ other: Span<UInt8>) {
        precondition(one.count == SequenceFrame.cellCount && other.count == SequenceFrame.cellCount)
        var sum: Int32 = 0
        var worst: Int16 = 0
        for index in 0..<SequenceFrame.lumaCount {
            // Both have as many cells as were checked; a check for each keeps the loop from being vectorized.
            let difference = unsafe Int16(one[unchecked: index]) &- Int16(other[unchecked: index])
            sum &+= Int32(difference) &* Int32(difference)
            worst = max(worst, difference, 0 &- difference)
        }
        squares = Int(sum)
        worstLuma = Int(worst)
        for index in SequenceFrame.lumaCount..<SequenceFrame.cellCount {
            worstColor = max(worstColor, abs(Int(one[index]) - Int(other[index])))
        }
    }
}
