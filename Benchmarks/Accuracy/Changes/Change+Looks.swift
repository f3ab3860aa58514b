import Drawings
import Duplicates
import Rasters

extension Change {
    static let tones: [Change] =
        [0.6, 1.3, 1.6, 2.0].map { power in
            Change("tone", "gamma \(power)", [.recolored] + (power == 1.3 ? [.reencoded] : [])) { subject, _ in
                subject.raster.gamma(Float(power))
            }
        }
        + [-40, 40].map { levels in
            Change("tone", "brightness \(levels)", [.recolored]) { subject, _ in
                subject.raster.toned { $0 + Float(levels) / 255 }
            }
        }
        + [0.6, 1.4].map { factor in
            Change("tone", "contrast \(factor)", [.recolored]) { subject, _ in
                subject.raster.toned { ($0 - 0.5) * Float(factor) + 0.5 }
            }
        }

    static let colors: [Change] =
        [0.4, 1.7].map { factor in
            Change("color", "saturation \(factor)", [.recolored, .reencoded]) { subject, _ in
                subject.raster.saturated(Float(factor))
            }
        } + [
            Change("color", "grayscale", [.recolored, .reencoded]) { subject, _ in subject.raster.saturated(0) },
            Change("color", "grayscale jpeg-60", [.recolored, .reencoded]) { subject, _ in
                try subject.raster.saturated(0).throughJPEG(60)
            },
            Change("color", "warm", [.recolored]) { subject, _ in subject.raster.tinted(1.12, 1, 0.82) },
            Change("color", "cold", [.recolored]) { subject, _ in subject.raster.tinted(0.85, 0.98, 1.15) },
            Change("color", "sepia", [.recolored]) { subject, _ in subject.raster.sepia },
            Change("color", "inverted", [.recolored]) { subject, _ in subject.raster.inverted },
        ]

    static let filters: [Change] = [
        Change("filter", "blur 1", [.reencoded]) { subject, _ in subject.raster.blurred(1) },
        Change("filter", "blur 2", [.reencoded]) { subject, _ in subject.raster.blurred(2) },
        Change("filter", "sharpen", [.reencoded]) { subject, _ in subject.raster.sharpened(0.8) },
        Change("filter", "noise 12", [.reencoded]) { subject, chance in subject.raster.noisy(12, &chance) },
        // White and black are clipped, so that a drawing turns darker or lighter.
        Change("filter", "noise 40", [.reencoded, .recolored]) { subject, chance in subject.raster.noisy(40, &chance) },
    ]

    static let turns: [Change] = Orientation.allCases.filter { $0 != .upright }.map { orientation in
        let isMirroring = [2, 4, 5, 7].contains(orientation.rawValue)
        return Change("turn", "orientation \(orientation.rawValue)", [isMirroring ? .mirrored : .rotated]) {
            subject, _ in
            try subject.raster.oriented(orientation).throughJPEG(85)
        }
    }

    static let overlays: [Change] =
        [
            Change("overlay", "watermark corner", [.alternate], truth: .alternate) { subject, _ in
                // White on white marks nothing.
                let marked = subject.raster.edited(.watermarked("pawprint"))
                return subject.raster.differingPixels(from: marked) > 100 ? marked : nil
            },
            Change("overlay", "watermark across", [.alternate], truth: .alternate) { subject, _ in
                let raster = subject.raster
                let text = Raster.lettering("PAWPRINT", width: raster.width, height: raster.height * 2)
                return raster.covered(by: text, left: 0, top: (raster.height - text.height) / 2, opacity: 0.7)
            },
            Change("overlay", "caption over", [.alternate], truth: .alternate) { subject, _ in
                let raster = subject.raster
                let text = Raster.lettering("one does not simply pat", width: raster.width, height: raster.height)
                let dark = Raster.made(width: raster.width, height: text.height) { _, _ in SIMD4(0, 0, 0, 190) }
                let top = raster.height - text.height - raster.height / 30
                return raster.covered(by: dark, left: 0, top: top).covered(by: text, left: 0, top: top)
            },
        ]
        + [3, 6, 10].map { percent in
            Change("overlay", "sticker \(percent) %", [.alternate], truth: .alternate) { subject, chance in
                subject.raster.stickered(Double(percent) / 100, &chance)
            }
        }

    private static func patch(_ subject: Subject, _ share: Double, _ chance: inout Chance) -> Raster? {
        let raster = subject.raster
        // Of the shorter side; what is drawn there comes from another place, mirrored, so that it fits the style.
        let radius = share * Double(min(raster.width, raster.height)) / 2
        let x = chance.number(0.3...0.7) * Double(raster.width)
        let y = chance.number(0.3...0.7) * Double(raster.height)
        let (dx, dy) = (chance.number(0.15...0.3), chance.number(0.1...0.3))
        let other = Raster.made(width: raster.width, height: raster.height) { column, row in
            let across = (column + Int(dx * Double(raster.width))) % raster.width
            return raster.color(raster.width - 1 - across, (row + Int(dy * Double(raster.height))) % raster.height)
        }
        let patched = raster.patched(with: other, centerX: x, centerY: y, radiusX: radius, radiusY: radius)
        // Where one flat place took the place of another, nothing was redrawn.
        return raster.differingPixels(from: patched) > Int(radius * radius) ? patched : nil
    }

    static let alternates: [Change] =
        [12, 20, 30].flatMap { percent in
            [
                Change("alternate", "redrawn \(percent) %", [.alternate], truth: .alternate) { subject, chance in
                    Self.patch(subject, Double(percent) / 100, &chance)
                },
                Change("alternate", "redrawn \(percent) % jpeg-30", [.alternate], truth: .alternate) {
                    (subject, chance) in
                    try Self.patch(subject, Double(percent) / 100, &chance)?.throughJPEG(30)
                },
                Change("alternate", "redrawn \(percent) % 0.7x jpeg-60", [.alternate], truth: .alternate) {
                    (subject, chance) in
                    guard let raster = Self.patch(subject, Double(percent) / 100, &chance) else { return nil }
                    return try raster.sized(raster.width * 7 / 10, raster.height * 7 / 10).throughJPEG(60)
                },
            ]
        }
        + [
            Change("alternate", "element added", [.alternate], truth: .alternate) { subject, chance in
                let raster = subject.raster
                let side = min(raster.width, raster.height) / 5
                let element = subject.sticker(side: side)
                return raster.covered(
                    by: element, left: chance.integer(0..<raster.width - side),
                    top: chance.integer(0..<raster.height - side))
            },
            Change("alternate", "element moved", [.alternate], truth: .alternate) { subject, chance in
                let raster = subject.raster
                let side = min(raster.width, raster.height) / 6
                let (x, y) = (chance.integer(0..<raster.width - side), chance.integer(0..<raster.height - side))
                let shift = raster.width / 4
                let moved = raster.covered(
                    by: raster.part(x, y, side, side), left: (x + shift) % max(1, raster.width - side), top: y)
                return raster.differingPixels(from: moved) > side * side / 4 ? moved : nil
            },
        ]
        + ["closed-eyes", "open-eyes", "other-mouth", "other-item", "headphones", "other-hair-color"].flatMap { name in
            [0, 60, 30].map { quality in
                let title = quality == 0 ? name : "\(name) jpeg-\(quality)"
                let relations: [Relation] = name == "other-hair-color" ? [.alternate, .recolored] : [.alternate]
                return Change("drawn", title, relations, truth: .alternate) { subject, _ in
                    guard let version = subject.version(name) else { return nil }
                    return quality == 0 ? version : try version.throughJPEG(quality)
                }
            }
        }
}
