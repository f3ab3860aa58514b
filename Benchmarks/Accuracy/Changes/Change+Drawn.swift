import Calibration
import Drawings
import Duplicates
import Rasters

extension Change where Original == Subject {
    /// All, in the order of the tables.
    static let all: [Change] =
        Change<Raster>.common(.libraries).map { $0.of(\.raster) } + captions + overlays
        + Change<Raster>.alternates(.libraries).map { $0.of(\.raster) } + elements + versions

    private static let captions: [Change] = [
        Change("border", "caption bar 12 %", [.cropped]) { subject, _ in
            subject.raster.edited(.captioned("when the cat is home"))
        },
        Change("border", "caption bar 22 %", [.cropped]) { subject, _ in
            // The same words on a bar of twice the height, above the picture.
            let captioned = subject.raster.edited(.captioned("nobody told me"))
            let bar = captioned.height - subject.raster.height
            return captioned.framed(left: 0, top: bar, right: 0, bottom: 0, SIMD4(repeating: 255))
        },
        Change("border", "caption bar below jpeg-80", [.cropped]) { subject, _ in
            let captioned = subject.raster.edited(.captioned("wave at the fox"))
            let bar = captioned.height - subject.raster.height
            let picture = captioned.part(0, bar, captioned.width, captioned.height - bar)
                .framed(left: 0, top: 0, right: 0, bottom: bar, SIMD4(repeating: 255))
            return try Encoders.libraries.throughJPEG(
                picture.covered(
                    by: captioned.part(0, 0, captioned.width, bar), left: 0, top: subject.raster.height), 80)
        },
    ]

    private static let overlays: [Change] =
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

    private static let elements: [Change] = [
        Change("alternate", "element added", [.alternate], truth: .alternate) { subject, chance in
            let raster = subject.raster
            let side = min(raster.width, raster.height) / 5
            let element = subject.sticker(side: side)
            return raster.covered(
                by: element, left: chance.integer(0..<raster.width - side),
                top: chance.integer(0..<raster.height - side))
        }
    ]

    private static let versions: [Change] =
        ["closed-eyes", "open-eyes", "other-mouth", "other-item", "headphones", "other-hair-color"].flatMap { name in
            [0, 60, 30].map { quality in
                let title = quality == 0 ? name : "\(name) jpeg-\(quality)"
                let relations: [Relation] = name == "other-hair-color" ? [.alternate, .recolored] : [.alternate]
                return Change("drawn", title, relations, truth: .alternate) { subject, _ in
                    guard let version = subject.version(name) else { return nil }
                    return quality == 0 ? version : try Encoders.libraries.throughJPEG(version, quality)
                }
            }
        }
}
