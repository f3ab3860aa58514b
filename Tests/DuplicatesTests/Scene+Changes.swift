import Randomness

/// What happens to pictures on their way through the world.
extension Scene {
    /// Every channel of every pixel changed by `change`.
    func mapped(_ change: (_ level: Int) -> Int) -> Scene {
        var result = self
        for index in pixels.indices where index & 3 != 3 {
            result.pixels[index] = UInt8(min(max(change(Int(pixels[index])), 0), 255))
        }
        return result
    }

    /// Even damage of up to `levels`, as of a codec: the same for blocks of 4 x 4 pixels.
    func damaged(by levels: Int, seed: UInt64 = 1) -> Scene {
        var generator = SplitMix64(seed: seed)
        var result = self
        for y in stride(from: 0, to: height, by: 4) {
            for x in stride(from: 0, to: width, by: 4) {
                let change = Int(generator.next() % UInt64(2 * levels + 1)) - levels
                for row in y..<min(y + 4, height) {
                    for column in x..<min(x + 4, width) {
                        for channel in 0..<3 {
                            let index = (row * width + column) * 4 + channel
                            result.pixels[index] = UInt8(min(max(Int(pixels[index]) + change, 0), 255))
                        }
                    }
                }
            }
        }
        return result
    }

    /// Another size: by the mean of areas where it is smaller, by lines between pixel centers where it is larger.
    func resized(width newWidth: Int, height newHeight: Int) -> Scene {
        let across = resampled(Self.taps(newWidth, width), lines: height, along: 4, between: width * 4)
        return Scene(width: newWidth, height: height, pixels: across).resampledDown(to: newHeight)
    }

    private func resampledDown(to newHeight: Int) -> Scene {
        let columns = resampled(Self.taps(newHeight, height), lines: width, along: width * 4, between: 4)
        var result = Scene(width: width, height: newHeight, pixels: columns)
        // The lines were columns: turn them back.
        for y in 0..<newHeight {
            for x in 0..<width {
                for channel in 0..<4 {
                    result.pixels[(y * width + x) * 4 + channel] = columns[(x * newHeight + y) * 4 + channel]
                }
            }
        }
        return result
    }

    /// Every line resampled: `along` bytes from pixel to pixel, `between` bytes from line to line.
    private func resampled(_ taps: [[(place: Int, share: Double)]], lines: Int, along: Int, between: Int) -> [UInt8] {
        var result: [UInt8] = []
        for line in 0..<lines {
            for pixel in taps {
                var sums = SIMD4<Double>(repeating: 0.5)
                for tap in pixel {
                    let at = line * between + tap.place * along
                    let color = SIMD4(pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3])
                    sums += SIMD4<Double>(color) * tap.share
                }
                result += [UInt8(sums[0]), UInt8(sums[1]), UInt8(sums[2]), UInt8(sums[3])]
            }
        }
        return result
    }

    /// For each of `count` pixels those of `from` pixels that it is made of.
    private static func taps(_ count: Int, _ from: Int) -> [[(place: Int, share: Double)]] {
        (0..<count).map { index in
            guard count < from else {
                let exact = min(max((Double(index) + 0.5) * Double(from) / Double(count) - 0.5, 0), Double(from - 1))
                let low = min(Int(exact), max(0, from - 2))
                return [(low, 1 - exact + Double(low)), (min(low + 1, from - 1), exact - Double(low))]
            }
            return (index * from / count...((index + 1) * from - 1) / count).map { place in
                let overlap = min((index + 1) * from, (place + 1) * count) - max(index * from, place * count)
                return (place, Double(overlap) / Double(from))
            }
        }
    }

    /// Without color.
    var gray: Scene {
        var result = self
        for pixel in 0..<width * height {
            let at = pixel * 4
            let luma = (9797 * Int(pixels[at]) + 19235 * Int(pixels[at + 1]) + 3736 * Int(pixels[at + 2])) >> 15
            for channel in 0..<3 { result.pixels[at + channel] = UInt8(luma) }
        }
        return result
    }

    /// With half of the color.
    var faded: Scene {
        var result = self
        let gray = gray
        for index in pixels.indices { result.pixels[index] = UInt8((Int(pixels[index]) + Int(gray.pixels[index])) / 2) }
        return result
    }

    /// With a part drawn anew.
    func edited(x: Int, y: Int, size: Int) -> Scene {
        var result = self
        result.fill(x: x, y: y, width: size, height: size, [250, 240, 30])
        result.drawDisc(x: x + size / 2, y: y + size / 2, radius: size / 3, [20, 20, 40])
        return result
    }
}
