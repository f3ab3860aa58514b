internal import Fingerprints

extension Plane {
    /// A part of the picture in as many cells as the picture has, each between its neighbors; the border goes on outside.
    func part(_ window: Window) -> Plane {
        if window == .whole { return self }
        let scale = Float(side) / 64
        return sampled(
            columns: Self.places(window.left * scale, window.width * scale, side: side),
            rows: Self.places(window.top * scale, window.height * scale, side: side))
    }

    private static func places(_ start: Float, _ length: Float, side: Int) -> [(cell: Int, part: Float)] {
        (0..<side).map { index in
            let place = start + (Float(index) + 0.5) * length / Float(side) - 0.5
            let held = min(max(place, 0), Float(side - 1))
            let cell = min(Int(held), side - 2)
            return (cell, held - Float(cell))
        }
    }
}
