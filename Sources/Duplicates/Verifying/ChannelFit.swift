/// How red, green and blue of one picture became those of another: each by a curve of its own, and a share of the others.
///
/// Brightness, contrast and gamma change the channels one by one and clip them one by one, which no curve of luma
/// explains; saturation and tint mix them.
struct ChannelFit {
    /// What is left of luma.
    let luma: Plane
    /// How much of the first channel's change is contrast, for want of one number for all.
    let gain: Double

    /// Kinks of each curve, in levels: close to the ends, where channels are clipped.
    private static let knots: [Float] = [12, 44, 88, 136, 184, 216, 244]
    /// The weights of red, green and blue in luma (BT.601).
    private static let weights: [Float] = [0.299, 0.587, 0.114]

    /// Fits the channels of the first picture by those of the second; `nil` when a curve falls somewhere, for then it
    /// explains away an edit.
    init?(_ target: (Plane, ColorPlanes), from source: (Plane, ColorPlanes)) {
        let wanted = Self.channels(target.0, target.1)
        let given = Self.channels(source.0, source.1)
        let ones = Plane(side: 64, filledWith: 1)
        let scaled = given.map { plane in Plane(side: 64) { plane[eight: $0] * (1 / 128) } }
        var luma = Plane(side: 64, filledWith: 0)
        var gain = 1.0
        for channel in 0..<3 {
            let kinks = Self.knots.map { knot in
                Plane(side: 64) { (given[channel][eight: $0] - knot).larger(.zero) * (1 / 128) }
            }
            let basis = [ones, scaled[channel], scaled[(channel + 1) % 3], scaled[(channel + 2) % 3]] + kinks
            let ridge = [1e-3, 1e-3, 5, 5] + Self.knots.map { _ in 20 }
            let fit = RobustFit(wanted[channel], by: PlaneStack(basis), ridge: ridge, iterations: 3)
            var slope = fit.coefficients[1] / 128
            if channel == 1 { gain = slope }
            for coefficient in fit.coefficients.dropFirst(4) {
                if slope < -0.25 { return nil }
                slope += coefficient / 128
            }
            if slope < -0.25 { return nil }
            let (before, left, weight) = (luma, fit.residual, Self.weights[channel])
            luma = Plane(side: 64) { before[eight: $0] + left[eight: $0] * weight }
        }
        self.luma = luma
        self.gain = gain
    }

    /// Red, green and blue as a decoder makes them of luma and color differences, clipped.
    private static func channels(_ luma: Plane, _ color: ColorPlanes) -> [Plane] {
        let (cb, cr) = (color.cb.doubled, color.cr.doubled)
        let top = SIMD8<Float>(repeating: 255)
        func clipped(_ value: SIMD8<Float>) -> SIMD8<Float> {
            value.larger(.zero).replacing(with: top, where: value .> top)
        }
        return [
            Plane(side: 64) { clipped(luma[eight: $0] + cr[eight: $0] * 1.402) },
            Plane(side: 64) { clipped(luma[eight: $0] - cb[eight: $0] * 0.344 - cr[eight: $0] * 0.714) },
            Plane(side: 64) { clipped(luma[eight: $0] + cb[eight: $0] * 1.772) },
        ]
    }
}

extension Plane {
    /// With twice as many cells a side, each as its nearest two by two.
    fileprivate var doubled: Plane {
        var result = Plane(side: 2 * side, filledWith: 0)
        for index in 0..<result.count {
            result[index] = cells[index / (2 * side) / 2 * side + index % (2 * side) / 2]
        }
        return result
    }
}
