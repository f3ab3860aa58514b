/// What frames that were put beside each other say of the two animations: what differs all the time, and whether they move alike.
struct PairedMotion {
    /// For each cell what the first has more than the second in nearly all pairs: a mark, a caption, damage of a palette.
    let offsets: [Int]
    /// How well what moves agrees: 1 for the same movement, near 0 for others.
    let correlation: Double
    /// The largest range of a luma cell among the paired frames, in the one that moves less.
    let peak: Int

    init(_ pair: SequencePair, _ pairs: [(one: Int, other: Int)]) {
        offsets = (0..<SequenceFrame.cellCount).map { cell in Self.offset(cell, pair, pairs) }
        var (products, first, second) = (0.0, 0.0, 0.0)
        var peaks = (0, 0)
        let count = pairs.count
        for cell in 0..<SequenceFrame.cellCount {
            var (a, b, aa, bb, ab) = (0, 0, 0, 0, 0)
            var (lowA, highA, lowB, highB) = (255, 0, 255, 0)
            for (one, other) in pairs {
                let x = Int(pair.first.cells[one * SequenceFrame.cellCount + cell])
                let y = Int(pair.second.cells[other * SequenceFrame.cellCount + cell])
                a += x
                b += y
                aa += x * x
                bb += y * y
                ab += x * y
                (lowA, highA, lowB, highB) = (min(lowA, x), max(highA, x), min(lowB, y), max(highB, y))
            }
            products += Double(ab * count - a * b)
            first += Double(aa * count - a * a)
            second += Double(bb * count - b * b)
            if cell < SequenceFrame.lumaCount { peaks = (max(peaks.0, highA - lowA), max(peaks.1, highB - lowB)) }
        }
        correlation = first > 0 && second > 0 ? products / (first * second).squareRoot() : 0
        peak = min(peaks.0, peaks.1)
    }

    /// The quartile of the differences that is nearer to zero, where both have one sign.
    private static func offset(_ cell: Int, _ pair: SequencePair, _ pairs: [(one: Int, other: Int)]) -> Int {
        var counts = [Int](repeating: 0, count: 511)
        for (one, other) in pairs {
            let count = SequenceFrame.cellCount
            counts[255 + Int(pair.first.cells[one * count + cell]) - Int(pair.second.cells[other * count + cell])] += 1
        }
        func quantile(_ rank: Int) -> Int {
            var sum = 0
            for level in counts.indices {
                sum += counts[level]
                if sum > rank { return level - 255 }
            }
            return 0
        }
        let low = quantile(pairs.count / 4)
        let high = quantile(pairs.count - 1 - pairs.count / 4)
        return low > 0 ? low : high < 0 ? high : 0
    }

    /// The largest difference of two paired frames in luma, and in color, beyond what differs all the time.
    func worst(_ pair: SequencePair, _ one: Int, _ other: Int) -> (luma: Int, color: Int) {
        var worst = (luma: 0, color: 0)
        let (first, second) = (one * SequenceFrame.cellCount, other * SequenceFrame.cellCount)
        for cell in 0..<SequenceFrame.cellCount {
            let difference = abs(
                Int(pair.first.cells[first + cell]) - Int(pair.second.cells[second + cell]) - offsets[cell])
            if cell < SequenceFrame.lumaCount {
                worst.luma = max(worst.luma, difference)
            } else {
                worst.color = max(worst.color, difference)
            }
        }
        return worst
    }

    /// The largest difference that all pairs share, in luma and in color.
    var worstOffset: (luma: Int, color: Int) {
        (
            offsets[..<SequenceFrame.lumaCount].reduce(0) { max($0, abs($1)) },
            offsets[SequenceFrame.lumaCount...].reduce(0) { max($0, abs($1)) }
        )
    }
}
