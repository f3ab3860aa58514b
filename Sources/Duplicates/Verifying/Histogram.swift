/// The median and other quantiles of many numbers without their signs, to 1/32 and up to 64.
struct Histogram {
    private static let bins = 2048
    private var counts = [UInt16](repeating: 0, count: bins)
    private var total = 0

    /// Counts the cells of `plane`, or of every `step`th row of it, apart from a border of `border` zeros.
    init(_ plane: Plane, step: Int = 1, border: Int = 0) {
        plane.count(into: &counts, step: step)
        total = (plane.side + step - 1) / step * plane.side
        let outside = plane.count - (plane.side - 2 * border) * (plane.side - 2 * border)
        counts[0] -= UInt16(outside)
        total -= outside
    }

    /// The magnitude that half of the cells do not exceed.
    var median: Float { quantile(percent: 50) }

    /// The magnitude that so many of a hundred cells do not exceed.
    func quantile(percent: Int) -> Float {
        var seen = 0
        for (bin, count) in counts.enumerated() {
            seen += Int(count)
            if 100 * seen >= percent * total { return Float(bin) / 32 }
        }
        return 0
    }
}
