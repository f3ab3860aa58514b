/// How the pixels along one axis of a picture become those of another size: for each new pixel, where it looks and how
/// much each of the old ones counts.
///
/// Weights are whole numbers that add up to `total` for every new pixel.
struct ResampleAxis {
    /// The first old pixel of each new one.
    let starts: [Int]
    /// Where each new pixel's weights begin in `weights`; one more entry than there are pixels.
    let offsets: [Int]
    /// All weights, new pixel after new pixel.
    let weights: [Double]
    /// What the weights of one new pixel add up to.
    let total: Double

    /// - Parameters:
    ///   - old: pixels there are.
    ///   - new: pixels wanted.
    init(from old: Int, to new: Int) {
        self = new <= old ? Self(mean: old, new) : Self(curve: old, new)
    }

    private init(starts: [Int], offsets: [Int], weights: [Double], total: Double) {
        self.starts = starts
        self.offsets = offsets
        self.weights = weights
        self.total = total
    }

    /// Shrinking: the mean over the area that a new pixel covers. In units of 1/`new` of an old pixel, the old one
    /// `j` spans `j * new ..< (j + 1) * new` and the new one `i` spans `i * old ..< (i + 1) * old`: the overlaps are
    /// whole numbers, so nothing is rounded.
    private init(mean old: Int, _ new: Int) {
        var starts: [Int] = []
        var offsets = [0]
        var weights: [Double] = []
        for pixel in 0..<new {
            let (begin, end) = (pixel * old, (pixel + 1) * old)
            starts.append(begin / new)
            for other in begin / new...(end - 1) / new {
                weights.append(Double(min(end, (other + 1) * new) - max(begin, other * new)))
            }
            offsets.append(weights.count)
        }
        self.init(starts: starts, offsets: offsets, weights: weights, total: Double(old))
    }

    /// Enlarging: the cubic through the four pixels around a place (Catmull and Rom, 1974), in 1/16384; beyond an
    /// edge, its pixel is repeated.
    private init(curve old: Int, _ new: Int) {
        let unit = 16384.0
        var starts: [Int] = []
        var offsets = [0]
        var weights: [Double] = []
        for pixel in 0..<new {
            // The middle of the new pixel lies at ((2 i + 1) old - new) / (2 new), counted from the first old middle.
            let numerator = (2 * pixel + 1) * old - new
            let left = numerator >= 0 ? numerator / (2 * new) : -1
            let t = Double(numerator - left * 2 * new) / Double(2 * new)
            let far = [((2 - t) * t - 1) * t / 2, (4 - 3 * t) * t * t / 2 + t / 2, (t - 1) * t * t / 2]
                .map { ($0 * unit).rounded() }
            let four = [far[0], unit - far[0] - far[1] - far[2], far[1], far[2]]
            let places = (left - 1...left + 2).map { min(max($0, 0), old - 1) }
            let start = places[0]
            var folded = [Double](repeating: 0, count: places[3] - start + 1)
            for (place, weight) in zip(places, four) { folded[place - start] += weight }
            starts.append(start)
            weights += folded
            offsets.append(weights.count)
        }
        self.init(starts: starts, offsets: offsets, weights: weights, total: unit)
    }
}
