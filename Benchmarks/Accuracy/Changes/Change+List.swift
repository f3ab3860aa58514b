import Drawings
import Duplicates
import Rasters

extension Change {
    /// All, in the order of the tables.
    static let all: [Change] =
        encodings + sizes + crops + borders + tones + colors + filters + turns + overlays + alternates

    private static let encodings: [Change] =
        [95, 80, 60, 40, 30, 20].map { quality in
            Change("encoding", "jpeg-\(quality)", [.reencoded]) { subject, _ in
                try subject.raster.throughJPEG(quality)
            }
        }
        + [80, 50, 30].map { quality in
            Change("encoding", "webp-\(quality)", [.reencoded]) { subject, _ in
                try subject.raster.throughWebP(quality)
            }
        }
        + [256, 64, 32].map { colors in
            Change("encoding", "gif-\(colors)", [.reencoded]) { subject, _ in try subject.raster.throughGIF(colors) }
        }
        + [Change("encoding", "png", [.reencoded, .samePixels]) { subject, _ in try subject.raster.throughPNG() }]

    private static let sizes: [Change] =
        [(1, 4), (1, 2), (3, 4), (3, 2), (2, 1)].map { (up, down) in
            Change("size", "\(Double(up) / Double(down))x", [.resized]) { subject, _ in
                subject.raster.sized(subject.raster.width * up / down, subject.raster.height * up / down)
            }
        }
        + [
            Change("size", "0.5x nearest", [.resized]) { subject, _ in
                subject.raster.nearest(subject.raster.width / 2, subject.raster.height / 2)
            },
            Change("size", "0.5x jpeg-60", [.resized]) { subject, _ in
                try subject.raster.sized(subject.raster.width / 2, subject.raster.height / 2).throughJPEG(60)
            },
            Change("size", "1.3x wide", [.resized]) { subject, _ in
                subject.raster.sized(subject.raster.width * 13 / 10, subject.raster.height)
            },
            Change("size", "0.7x high", [.resized]) { subject, _ in
                subject.raster.sized(subject.raster.width, subject.raster.height * 7 / 10)
            },
        ]

    private static let crops: [Change] =
        [10, 20, 30, 50, 70, 100, 150, 200].map { permille in
            Change("crop", "\(permille / 10) % anywhere", [.cropped] + (permille < 20 ? [.reencoded, .resized] : [])) {
                (subject, chance) in
                let (x, y) = (chance.share(), chance.share())
                let cut = Double(permille) / 1000
                return subject.raster.cropped(left: cut * x, top: cut * y, right: cut * (1 - x), bottom: cut * (1 - y))
            }
        }
        + [100, 200].flatMap { permille in
            [
                Change("crop", "\(permille / 10) % one side", [.cropped]) { subject, chance in
                    var sides = [0.0, 0, 0, 0]
                    sides[chance.integer(0..<4)] = Double(permille) / 1000
                    return subject.raster.cropped(left: sides[0], top: sides[1], right: sides[2], bottom: sides[3])
                },
                Change("crop", "\(permille / 10) % middle jpeg-80", [.cropped]) { subject, _ in
                    let cut = Double(permille) / 2000
                    return try subject.raster.cropped(left: cut, top: cut, right: cut, bottom: cut).throughJPEG(80)
                },
            ]
        }

    private static let white = SIMD4<Float>(repeating: 255)
    private static let black = SIMD4<Float>(0, 0, 0, 255)

    private static let borders: [Change] =
        [30, 100, 250].map { permille in
            Change("border", "white \(permille / 10) %", [.cropped]) { subject, _ in
                let side = max(subject.raster.width, subject.raster.height) * permille / 1000
                return subject.raster.framed(left: side, top: side, right: side, bottom: side, white)
            }
        }
        + [
            Change("border", "gray 6 % jpeg-70", [.cropped]) { subject, _ in
                let side = max(subject.raster.width, subject.raster.height) * 6 / 100
                let gray = SIMD4<Float>(90, 100, 110, 255)
                return try subject.raster.framed(left: side, top: side, right: side, bottom: side, gray).throughJPEG(70)
            }
        ]
        + [50, 150, 300].map { permille in
            Change("border", "letterbox \(permille / 10) %", [.cropped]) { subject, _ in
                let bar = subject.raster.height * permille / 1000
                return subject.raster.framed(left: 0, top: bar, right: 0, bottom: bar, black)
            }
        }
        + [
            Change("border", "pillarbox 15 %", [.cropped]) { subject, _ in
                let bar = subject.raster.width * 15 / 100
                return subject.raster.framed(left: bar, top: 0, right: bar, bottom: 0, black)
            },
            Change("border", "caption bar 12 %", [.cropped]) { subject, _ in
                subject.raster.edited(.captioned("when the cat is home"))
            },
            Change("border", "caption bar 22 %", [.cropped]) { subject, _ in
                // The same words on a bar of twice the height, above the picture.
                let captioned = subject.raster.edited(.captioned("nobody told me"))
                let bar = captioned.height - subject.raster.height
                return captioned.framed(left: 0, top: bar, right: 0, bottom: 0, white)
            },
            Change("border", "caption bar below jpeg-80", [.cropped]) { subject, _ in
                let captioned = subject.raster.edited(.captioned("wave at the fox"))
                let bar = captioned.height - subject.raster.height
                let picture = captioned.part(0, bar, captioned.width, captioned.height - bar)
                    .framed(left: 0, top: 0, right: 0, bottom: bar, white)
                return try picture.covered(
                    by: captioned.part(0, 0, captioned.width, bar), left: 0, top: subject.raster.height
                ).throughJPEG(80)
            },
        ]
}
