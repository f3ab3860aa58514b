internal import Duplicates
internal import Rasters

extension Change where Original == Raster {
    static var tones: [Change] {
        [6, 13, 16, 20].map { tenths in
            let relations: [Relation] = [.recolored] + (tenths == 13 ? [.reencoded] : [])
            return Change("tone", "gamma \(Double(tenths) / 10)", relations) { raster, _ in
                raster.gamma(tenths: tenths)
            }
        }
            + [-40, 40].map { levels in
                Change("tone", "brightness \(levels)", [.recolored]) { raster, _ in
                    raster.toned { $0 + Float(levels) / 255 }
                }
            }
            + [0.6, 1.4].map { factor in
                Change("tone", "contrast \(factor)", [.recolored]) { raster, _ in
                    raster.toned { ($0 - 0.5) * Float(factor) + 0.5 }
                }
            }
    }

    static func colors(_ encoders: Encoders) -> [Change] {
        [0.4, 1.7].map { factor in
            Change("color", "saturation \(factor)", [.recolored, .reencoded]) { raster, _ in
                raster.saturated(Float(factor))
            }
        }
            + [
                Change("color", "grayscale", [.recolored, .reencoded]) { raster, _ in raster.saturated(0) },
                Change("color", "grayscale jpeg-60", [.recolored, .reencoded]) { raster, _ in
                    try encoders.throughJPEG(raster.saturated(0), 60)
                },
                Change("color", "warm", [.recolored]) { raster, _ in raster.tinted(1.12, 1, 0.82) },
                Change("color", "cold", [.recolored]) { raster, _ in raster.tinted(0.85, 0.98, 1.15) },
                Change("color", "sepia", [.recolored]) { raster, _ in raster.sepia },
                Change("color", "inverted", [.recolored]) { raster, _ in raster.inverted },
            ]
    }

    static var filters: [Change] {
        [
            Change("filter", "blur 1", [.reencoded]) { raster, _ in raster.blurred(1) },
            Change("filter", "blur 2", [.reencoded]) { raster, _ in raster.blurred(2) },
            Change("filter", "sharpen", [.reencoded]) { raster, _ in raster.sharpened(0.8) },
            Change("filter", "noise 12", [.reencoded]) { raster, chance in raster.noisy(12, &chance) },
            // White and black are clipped, so that a drawing turns darker or lighter.
            Change("filter", "noise 40", [.reencoded, .recolored]) { raster, chance in raster.noisy(40, &chance) },
        ]
    }

    static func turns(_ encoders: Encoders) -> [Change] {
        Orientation.allCases.filter { $0 != .upright }.map { orientation in
            let relation: Relation = [2, 4, 5, 7].contains(orientation.rawValue) ? .mirrored : .rotated
            return Change("turn", "orientation \(orientation.rawValue)", [relation]) { raster, _ in
                try encoders.throughJPEG(raster.oriented(orientation), 85)
            }
        }
    }
}
