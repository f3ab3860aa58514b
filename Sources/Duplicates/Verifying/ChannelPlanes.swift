/// Red, green and blue of a picture as a decoder makes them of luma and color differences, clipped to 0 to 255.
struct ChannelPlanes {
    /// 64 x 64 cells each.
    let channels: [Plane]

    /// The weights of red, green and blue in luma (BT.601).
    private static let weights: [Float] = [0.299, 0.587, 0.114]

    init(_ luma: Plane, _ color: ColorPlanes) {
        let (cb, cr) = (color.cb.doubled, color.cr.doubled)
        let top = SIMD8<Float>(repeating: 255)
        func clipped(_ value: SIMD8<Float>) -> SIMD8<Float> {
            value.larger(.zero).replacing(with: top, where: value .> top)
        }
        channels = [
            Plane(side: 64) { clipped(luma[eight: $0] + cr[eight: $0] * 1.402) },
            Plane(side: 64) { clipped(luma[eight: $0] - cb[eight: $0] * 0.344 - cr[eight: $0] * 0.714) },
            Plane(side: 64) { clipped(luma[eight: $0] + cb[eight: $0] * 1.772) },
        ]
    }

    /// The luma of three channels, or of what is left of each.
    static func luma(_ channels: [Plane]) -> Plane {
        Plane(side: 64) { index in
            channels[0][eight: index] * weights[0] + channels[1][eight: index] * weights[1]
                + channels[2][eight: index] * weights[2]
        }
    }

    /// The color differences of three channels, or of what is left of each: half as many cells a side.
    static func color(_ channels: [Plane]) -> ColorPlanes {
        let luma = luma(channels)
        return ColorPlanes(
            cb: Plane(side: 64) { (channels[2][eight: $0] - luma[eight: $0]) * (1 / 1.772) }.halved,
            cr: Plane(side: 64) { (channels[0][eight: $0] - luma[eight: $0]) * (1 / 1.402) }.halved)
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

    /// With half as many cells a side, each the mean of two by two.
    var halved: Plane {
        var result = Plane(side: side / 2, filledWith: 0)
        for index in 0..<result.count {
            let corner = index / result.side * 2 * side + index % result.side * 2
            result[index] = (cells[corner] + cells[corner + 1] + cells[corner + side] + cells[corner + side + 1]) / 4
        }
        return result
    }
}
