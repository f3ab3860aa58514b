/// The part of the two-dimensional discrete cosine transform of a 64x64 grid that PDQ keeps: 1 to 16 half waves along
/// each axis.
///
/// Sums run in the order of the reference implementation, so that equal grids give equal coefficients.
package struct PDQTransform: Sendable {
    /// Factor of sample `k` in the wave `i`, at `64 * i + k`: sqrt(2 / 64) cos(pi / 128 (i + 1) (2 k + 1)).
    package private(set) var factors = [Float](repeating: 0, count: 1024)
    /// The same, the sixteen waves of a sample side by side.
    private var waves = [Float](repeating: 0, count: 1024)
    private var partial = [Float](repeating: 0, count: 1024)
    private var sums = [Float](repeating: 0, count: 256)

    /// The transform; its factors are computed here, without a mathematical library.
    package init() {
        let cosines = PDQTransform.cosines()
        let scale = Double((2.0 as Float / 64).squareRoot())
        for wave in 0..<16 {
            for sample in 0..<64 {
                let factor = Float(scale * cosines[(wave + 1) * (2 * sample + 1) % 256])
                factors[64 * wave + sample] = factor
                waves[16 * sample + wave] = factor
            }
        }
    }

    /// Writes the coefficients of `grid` into `coefficients`: element `j` of row `i` has `i + 1` half waves down and
    /// `j + 1` across.
    package mutating func transform(_ grid: PDQGrid, into coefficients: inout [SIMD16<Float>]) {
        for column in stride(from: 0, to: 64, by: 16) {
            Projection.sums(
                of: factors, rows: 16, terms: 0..<64, by: grid.samples, from: column, stride: 64, into: &partial,
                at: column, width: 64)
        }
        Projection.sums(of: partial, rows: 16, terms: 0..<64, by: waves, stride: 16, into: &sums)
        coefficients = Projection.rows(sums)
    }

    /// cos(k pi / 128) for k in 0..<256.
    ///
    /// By halving the right angle six times, then adding angles: additions, products and square roots only, all of
    /// them correctly rounded on every machine. The error is below 1e-15, far below the rounding to `Float`.
    private static func cosines() -> [Double] {
        // Half of an angle: cos(x / 2) = sqrt((1 + cos x) / 2), sin(x / 2) = sin x / (2 cos(x / 2)).
        var steps = [(cosine: 0.0, sine: 1.0)]
        for _ in 0..<6 {
            let last = steps[steps.count - 1]
            let cosine = ((1 + last.cosine) / 2).squareRoot()
            steps.append((cosine, last.sine / (2 * cosine)))
        }
        var result = [Double](repeating: 0, count: 256)
        for k in 0...64 {
            var angle = (cosine: 1.0, sine: 0.0)
            for (bit, step) in steps.reversed().enumerated() where k >> bit & 1 == 1 {
                angle = (
                    angle.cosine * step.cosine - angle.sine * step.sine,
                    angle.sine * step.cosine + angle.cosine * step.sine
                )
            }
            result[k] = k == 64 ? 0 : angle.cosine
            result[128 - k] = -result[k]
            result[128 + k] = -result[k]
            if k > 0 { result[256 - k] = result[k] }
        }
        return result
    }
}
