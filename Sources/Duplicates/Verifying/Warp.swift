/// A small shift and stretch, in cells of a plane.
struct Warp {
    /// Shift to the right.
    var dx: Float = 0
    /// Shift down.
    var dy: Float = 0
    /// Stretch along rows: cells at the edge.
    var sx: Float = 0
    /// Stretch along columns: cells at the edge.
    var sy: Float = 0

    /// The largest of the four, without its sign.
    var size: Float { max(max(dx.magnitude, dy.magnitude), max(sx.magnitude, sy.magnitude)) }

    /// The same for a plane of half as many cells a side.
    var halved: Warp { Warp(dx: dx / 2, dy: dy / 2, sx: sx / 2, sy: sy / 2) }

    /// Where each cell of a line comes from: between `cell` and the next, by `part`.
    static func places(side: Int, shift: Float, stretch: Float) -> [(cell: Int, part: Float)] {
        let middle = Float(side - 1) / 2
        return (0..<side).map { x in
            let place = min(max(Float(x) + shift + stretch * (Float(x) - middle) / middle, 0), Float(side - 1))
            let cell = min(Int(place), side - 2)
            return (cell, place - Float(cell))
        }
    }
}
