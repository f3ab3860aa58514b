internal import Descriptors
internal import Fingerprints

/// The two color differences of a picture, gray being zero.
struct ColorPlanes {
    let cb: Plane
    let cr: Plane

    init(_ descriptor: Descriptor) {
        cb = Plane(side: Descriptor.chromaSide, bytes: descriptor.cb, zero: 128)
        cr = Plane(side: Descriptor.chromaSide, bytes: descriptor.cr, zero: 128)
    }

    init(cb: Plane, cr: Plane) {
        self.cb = cb
        self.cr = cr
    }

    func warped(by warp: Warp) -> ColorPlanes {
        warp.size == 0 ? self : ColorPlanes(cb: cb.warped(by: warp), cr: cr.warped(by: warp))
    }

    func part(_ window: Window) -> ColorPlanes { ColorPlanes(cb: cb.part(window), cr: cr.part(window)) }

    /// With the outermost cells of `other`.
    func withRim(of other: ColorPlanes) -> ColorPlanes {
        ColorPlanes(cb: cb.withRim(of: other.cb), cr: cr.withRim(of: other.cr))
    }

    var smoothed: ColorPlanes { ColorPlanes(cb: cb.smoothed, cr: cr.smoothed) }

    /// The mean size of blocks of 4 x 4 cells, both color differences together.
    var unevenness: Double { cb.meanBlock(4) + cr.meanBlock(4) }

    /// The mean difference of 4 x 4 cells, both color differences together.
    func blockDifference(from other: ColorPlanes) -> Double {
        (cb - other.cb).meanBlock(4) + (cr - other.cr).meanBlock(4)
    }

    /// The mean size of the color differences, both together, in levels.
    var strength: Double {
        var sum = SIMD8<Float>.zero
        for index in stride(from: 0, to: cb.count, by: 8) {
            sum += cb[eight: index].magnitude + cr[eight: index].magnitude
        }
        return sum.total / Double(cb.count)
    }
}
