extension FrameSequence {
    /// How much of the picture moves, and how strongly.
    struct Motion {
        /// The mean square of what luma cells differ by from their mean over all runs.
        let variance: Float
        /// The largest range of a luma cell over all runs.
        let peak: Int
    }

    var motion: Motion {
        let count = runs.count
        var variance: Float = 0
        var peak = 0
        for cell in 0..<SequenceFrame.lumaCount {
            var (sum, squares, low, high) = (0, 0, 255, 0)
            for run in 0..<count {
                let level = Int(cells[run * SequenceFrame.cellCount + cell])
                sum += level
                squares += level * level
                low = min(low, level)
                high = max(high, level)
            }
            variance += Float(squares * count - sum * sum) / Float(count * count)
            peak = max(peak, high - low)
        }
        return Motion(variance: variance / Float(SequenceFrame.lumaCount), peak: peak)
    }
}
