internal import Duplicates
package import Rasters

extension Change where Original == Raster {
    /// What can be done to any picture, in the order of the tables; without what `encoders` lack.
    package static func common(_ encoders: Encoders) -> [Change<Raster>] {
        encodings(encoders) + sizes(encoders) + crops(encoders) + borders(encoders) + tones + colors(encoders) + filters
            + turns(encoders)
    }

    private static func encodings(_ encoders: Encoders) -> [Change] {
        var changes = [95, 80, 60, 40, 30, 20].map { quality in
            Change("encoding", "jpeg-\(quality)", [.reencoded]) { raster, _ in
                try encoders.throughJPEG(raster, quality)
            }
        }
        if let webp = encoders.webp {
            changes += [80, 50, 30].map { quality in
                Change("encoding", "webp-\(quality)", [.reencoded]) { raster, _ in
                    try .decoded(webp(raster, quality))
                }
            }
        }
        if let gif = encoders.gif {
            changes += [256, 64, 32].map { colors in
                Change("encoding", "gif-\(colors)", [.reencoded]) { raster, _ in try .decoded(gif(raster, colors)) }
            }
        }
        if let png = encoders.png {
            changes.append(
                Change("encoding", "png", [.reencoded, .samePixels]) { raster, _ in try .decoded(png(raster)) })
        }
        return changes
    }

    private static func sizes(_ encoders: Encoders) -> [Change] {
        [25, 50, 75, 150, 200].map { percent in
            Change("size", "\(Double(percent) / 100)x", [.resized]) { raster, _ in raster.scaled(percent, percent) }
        }
            + [
                Change("size", "0.5x nearest", [.resized]) { raster, _ in
                    raster.nearest(max(1, raster.width / 2), max(1, raster.height / 2))
                },
                Change("size", "0.5x jpeg-60", [.resized]) { raster, _ in
                    try encoders.throughJPEG(raster.scaled(50, 50), 60)
                },
                Change("size", "1.3x wide", [.resized]) { raster, _ in raster.scaled(130, 100) },
                Change("size", "0.7x high", [.resized]) { raster, _ in raster.scaled(100, 70) },
            ]
    }

    private static func crops(_ encoders: Encoders) -> [Change] {
        [10, 20, 30, 50, 70, 100, 150, 200].map { permille in
            Change("crop", "\(permille / 10) % anywhere", [.cropped] + (permille < 20 ? [.reencoded, .resized] : [])) {
                (raster, chance) in
                let (x, y) = (chance.share(), chance.share())
                let cut = Double(permille) / 1000
                return raster.cropped(left: cut * x, top: cut * y, right: cut * (1 - x), bottom: cut * (1 - y))
            }
        }
            + [100, 200].flatMap { permille in
                [
                    Change("crop", "\(permille / 10) % one side", [.cropped]) { raster, chance in
                        var sides = [0.0, 0, 0, 0]
                        sides[chance.integer(0..<4)] = Double(permille) / 1000
                        return raster.cropped(left: sides[0], top: sides[1], right: sides[2], bottom: sides[3])
                    },
                    Change("crop", "\(permille / 10) % middle jpeg-80", [.cropped]) { raster, _ in
                        let cut = Double(permille) / 2000
                        return try encoders.throughJPEG(
                            raster.cropped(left: cut, top: cut, right: cut, bottom: cut), 80)
                    },
                ]
            }
    }

    private static func borders(_ encoders: Encoders) -> [Change] {
        let black = SIMD4<Float>(0, 0, 0, 255)
        return [30, 100, 250].map { permille in
            Change("border", "white \(permille / 10) %", [.cropped]) { raster, _ in
                let side = max(raster.width, raster.height) * permille / 1000
                return raster.framed(left: side, top: side, right: side, bottom: side, SIMD4(repeating: 255))
            }
        }
            + [
                Change("border", "gray 6 % jpeg-70", [.cropped]) { raster, _ in
                    let side = max(raster.width, raster.height) * 6 / 100
                    let gray = SIMD4<Float>(90, 100, 110, 255)
                    return try encoders.throughJPEG(
                        raster.framed(left: side, top: side, right: side, bottom: side, gray), 70)
                }
            ]
            + [50, 150, 300].map { permille in
                Change("border", "letterbox \(permille / 10) %", [.cropped]) { raster, _ in
                    let bar = raster.height * permille / 1000
                    return raster.framed(left: 0, top: bar, right: 0, bottom: bar, black)
                }
            }
            + [
                Change("border", "pillarbox 15 %", [.cropped]) { raster, _ in
                    let bar = raster.width * 15 / 100
                    return raster.framed(left: bar, top: 0, right: bar, bottom: 0, black)
                }
            ]
    }
}
