/// How one axis of a picture is brought to the 64 samples of PDQ's grid.
///
/// PDQ blurs with a box of `(side + 127) / 128` pixels twice and then takes the pixel at `(i + 1/2) * side / 64` for
/// each `i`. Both boxes and the choice are linear, so each sample is a weighted sum of at most `2 * window - 1`
/// neighbors: a tent. All samples share one tent but the last, whose second box may reach past the picture's end;
/// there a box is the mean of the pixels that it has. An even box reaches one pixel further to the right.
///
/// Source: "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm", Facebook 2019, and the
/// placement of windows in the reference implementation (facebook/ThreatExchange).
package struct TentFilter: Sendable {
    /// Samples along an axis.
    package static let samples = 64

    /// Pixels along the axis.
    package private(set) var side = 0
    /// Neighbors that make a sample: the width of the tent.
    package private(set) var taps = 0
    /// The first of them, for each sample; never decreasing, and never below 0.
    package private(set) var starts: [Int] = []
    /// The weights of all samples but the last, then from `lastOffset` those of the last, each list padded with zeros
    /// to a multiple of 8.
    package private(set) var weights: [Float] = []
    /// How many parts each neighbor has in a sample but the last, where these have parts.
    package private(set) var parts: [UInt16] = []
    /// Where the weights of the last sample begin.
    package private(set) var lastOffset = 0

    /// The width of the boxes.
    private var window = 0

    /// A filter for no axis yet.
    package init() {}

    /// Makes this the filter for an axis of `side` pixels.
    package mutating func prepare(side: Int) {
        guard side != self.side else { return }
        precondition(side > 0, "an axis of \(side) pixels has no samples")
        self.side = side
        window = (side + 127) / 128
        let left = (window - 1) / 2
        let right = window - 1 - left
        taps = 2 * window - 1
        lastOffset = (taps + 7) / 8 * 8
        starts.removeAll(keepingCapacity: true)
        for sample in 0..<TentFilter.samples {
            // (2 i + 1) * side / 128 in integers is (i + 1/2) * side / 64 rounded down, without a rounded product.
            starts.append((2 * sample + 1) * side / 128 - 2 * left)
        }
        parts.removeAll(keepingCapacity: true)
        for tap in 0..<taps { parts.append(UInt16(clamping: min(tap + 1, taps - tap))) }
        weights.removeAll(keepingCapacity: true)
        let center = side / 128
        appendWeights(of: max(center, 2 * left), left: left, right: right, end: .max)
        appendWeights(of: starts[TentFilter.samples - 1] + 2 * left, left: left, right: right, end: side)
    }

    /// The share of a part in a sample: tents but the last consist of so many equal parts.
    package var part: Float { Float(1 / (Double(window) * Double(window))) }

    /// Whether the sample's tent consists of equal parts, few enough a neighbor for `ChannelColumns`.
    func hasParts(_ sample: Int) -> Bool {
        sample < TentFilter.samples - 1 && window <= ChannelColumns.partsAtMost
    }

    /// The sample's last neighbor that exists.
    package func lastRow(of sample: Int) -> Int { min(starts[sample] + taps, side) - 1 }

    /// Where the sample's weights begin in `weights`.
    package func offset(of sample: Int) -> Int { sample == TentFilter.samples - 1 ? lastOffset : 0 }

    /// Appends the tent round the pixel `center` of an axis that ends before the pixel `end`.
    private mutating func appendWeights(of center: Int, left: Int, right: Int, end: Int) {
        let first = center - left
        let last = min(center + right, end - 1)
        // running[i] is the sum of 1 / width over the second box's pixels first ..< first + i.
        var running = [0.0]
        running.reserveCapacity(last - first + 2)
        for pixel in first...last {
            let width = min(pixel + right, end - 1) - (pixel - left) + 1
            running.append(running[pixel - first] + 1 / Double(width))
        }
        let share = 1 / Double(last - first + 1)
        for neighbor in (center - 2 * left)..<(center - 2 * left + taps) {
            // The neighbor is seen by the pixels from neighbor - right to neighbor + left.
            let from = max(neighbor - right, first)
            let to = min(neighbor + left, last)
            let exists = neighbor < end && from <= to
            weights.append(exists ? Float((running[to - first + 1] - running[from - first]) * share) : 0)
        }
        weights.append(contentsOf: repeatElement(0, count: lastOffset - taps))
    }
}
