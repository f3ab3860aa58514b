internal import Descriptors

/// The luma of a picture, and how steep it is where.
struct LumaPlane {
    let plane: Plane
    /// The squared gradient.
    let steepness: Plane

    init(_ descriptor: Descriptor, isSmoothed: Bool) {
        let plane = Plane(side: Descriptor.lumaSide, bytes: descriptor.luma)
        self.init(isSmoothed ? plane.smoothed : plane)
    }

    init(_ plane: Plane) {
        self.plane = plane
        steepness = plane.steepness()
    }

    func warped(by warp: Warp) -> LumaPlane { LumaPlane(plane.warped(by: warp)) }

    /// With the marked cells taken from `other`, so that an edit is undone.
    func healed(_ marked: [Bool], from other: LumaPlane) -> LumaPlane {
        var healed = plane
        for (index, isMarked) in marked.enumerated() where isMarked { healed[index] = other.plane[index] }
        return LumaPlane(healed)
    }

    var smoothed: LumaPlane { LumaPlane(plane.smoothed) }

    /// The mean difference of 8 x 8 cells.
    func blockDifference(from other: LumaPlane) -> Double { (plane - other.plane).meanBlock(8) }

    /// Correlation of what is finer than a few cells, -1 to 1.
    func correlation(with other: LumaPlane) -> Double {
        let (first, second) = (plane.fine, other.plane.fine)
        // A quarter of a squared level a cell: rounding alone correlates with nothing.
        let noise = 800.0
        return first.dot(second) / ((first.dot(first) + noise) * (second.dot(second) + noise)).squareRoot()
    }
}
