internal import Duplicates
package import Rasters

extension Change where Original == Raster {
    /// What makes another version of a picture: a place redrawn, something moved.
    package static func alternates(_ encoders: Encoders) -> [Change<Raster>] {
        [12, 20, 30].flatMap { percent in
            [
                Change("alternate", "redrawn \(percent) %", [.alternate], truth: .alternate) { raster, chance in
                    redrawn(raster, Double(percent) / 100, &chance)
                },
                Change("alternate", "redrawn \(percent) % jpeg-30", [.alternate], truth: .alternate) {
                    (raster, chance) in
                    try redrawn(raster, Double(percent) / 100, &chance).map { try encoders.throughJPEG($0, 30) }
                },
                Change("alternate", "redrawn \(percent) % 0.7x jpeg-60", [.alternate], truth: .alternate) {
                    (raster, chance) in
                    try redrawn(raster, Double(percent) / 100, &chance).map {
                        try encoders.throughJPEG($0.scaled(70, 70), 60)
                    }
                },
            ]
        }
            + [
                Change("alternate", "element moved", [.alternate], truth: .alternate) { raster, chance in
                    let side = min(raster.width, raster.height) / 6
                    let (x, y) = (chance.integer(0..<raster.width - side), chance.integer(0..<raster.height - side))
                    let shift = raster.width / 4
                    let moved = raster.covered(
                        by: raster.part(x, y, side, side), left: (x + shift) % max(1, raster.width - side), top: y)
                    return raster.differingPixels(from: moved) > side * side / 4 ? moved : nil
                }
            ]
    }

    /// With a round place painted over, so wide a share of the shorter side; `nil` where nothing would differ.
    private static func redrawn(_ raster: Raster, _ share: Double, _ chance: inout Chance) -> Raster? {
        let radius = share * Double(min(raster.width, raster.height)) / 2
        let x = chance.number(0.3...0.7) * Double(raster.width)
        let y = chance.number(0.3...0.7) * Double(raster.height)
        let (dx, dy) = (chance.number(0.15...0.3), chance.number(0.1...0.3))
        // What is drawn there comes from another place, mirrored, so that it fits the style.
        let other = Raster.made(width: raster.width, height: raster.height) { column, row in
            let across = (column + Int(dx * Double(raster.width))) % raster.width
            return raster.color(raster.width - 1 - across, (row + Int(dy * Double(raster.height))) % raster.height)
        }
        let patched = raster.patched(with: other, centerX: x, centerY: y, radiusX: radius, radiusY: radius)
        // Where one flat place took the place of another, nothing was redrawn.
        return raster.differingPixels(from: patched) > Int(radius * radius) ? patched : nil
    }
}
