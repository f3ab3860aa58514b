/// Finds the small shift and stretch that lays one plane on another, so that a crop of a percent or a resizer's half pixel
/// is not taken for an edit.
enum Alignment {
    /// A step that moves nothing by more than this many cells is the last.
    static let settled: Float = 0.02
    /// Cells by which anything may move; more than that is another picture.
    private static let limit: Float = 3
    /// How far a cell is from the middle along its row, from -1 to 1, and along its column.
    private static let slopes = (
        x: Plane(side: 64) { index in SIMD8((0..<8).map { (Float((index + $0) % 64) - 31.5) / 31.5 }) },
        y: Plane(side: 64) { index in SIMD8(repeating: (Float(index / 64) - 31.5) / 31.5) }
    )

    /// The warp of `moving` that comes closest to `fixed`, by a few steps of Gauss and Newton with gain and bias free.
    static func warp(of moving: Plane, onto fixed: Plane, steps: Int = 3) -> Warp {
        var warp = Warp()
        var gain: Float = 1
        var bias: Float = 0
        let ones = Plane(side: 64, filledWith: 1)
        for _ in 0..<steps {
            let moved = moving.warped(by: warp)
            let (along, down) = moved.gradients
            let basis = [
                Plane(side: 64) { along[eight: $0] * gain },
                Plane(side: 64) { down[eight: $0] * gain },
                Plane(side: 64) { along[eight: $0] * slopes.x[eight: $0] * gain },
                Plane(side: 64) { down[eight: $0] * slopes.y[eight: $0] * gain },
                moved, ones,
            ]
            let residual = Plane(side: 64) { fixed[eight: $0] - (moved[eight: $0] * gain + bias) }
            let step = RobustFit.step(residual, basis: PlaneStack(basis), ridge: [50, 50, 50, 50, 1e-3, 1e-3])
            warp.dx = clamped(warp.dx + Float(step[0]))
            warp.dy = clamped(warp.dy + Float(step[1]))
            warp.sx = clamped(warp.sx + Float(step[2]))
            warp.sy = clamped(warp.sy + Float(step[3]))
            gain += Float(step[4])
            bias += Float(step[5])
            if step[..<4].allSatisfy({ abs($0) < Double(settled) }) { break }
        }
        return warp
    }

    private static func clamped(_ value: Float) -> Float { min(max(value, -limit), limit) }
}
