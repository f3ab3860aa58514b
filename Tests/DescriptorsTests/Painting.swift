import Descriptors
import Randomness

/// A picture made for a test.
struct Painting {
    let width: Int
    let height: Int
    var pixels: [UInt8]

    init(width: Int, height: Int, _ color: (_ x: Int, _ y: Int) -> (UInt8, UInt8, UInt8)) {
        self.width = width
        self.height = height
        pixels = []
        for y in 0..<height {
            for x in 0..<width {
                let (red, green, blue) = color(x, y)
                pixels += [red, green, blue, 255]
            }
        }
    }

    /// Noise of one seed.
    static func noise(width: Int, height: Int, seed: UInt64) -> Painting {
        var generator = SplitMix64(seed: seed)
        return Painting(width: width, height: height) { _, _ in
            let bits = generator.next()
            return (UInt8(bits & 255), UInt8(bits >> 8 & 255), UInt8(bits >> 16 & 255))
        }
    }

    func luma(_ x: Int, _ y: Int) -> Int {
        let at = (y * width + x) * 4
        return 9797 * Int(pixels[at]) + 19235 * Int(pixels[at + 1]) + 3736 * Int(pixels[at + 2])
    }

    func descriptor(_ builder: inout DescriptorBuilder) -> Descriptor {
        builder.begin(width: width, height: height)
        for y in 0..<height {
            let row = Array(pixels[y * width * 4..<(y + 1) * width * 4])
            builder.take(rgba: row.span)
        }
        return builder.finish()
    }

    var descriptor: Descriptor {
        var builder = DescriptorBuilder()
        return descriptor(&builder)
    }

    /// `factor` times as large, by repeating pixels or by lines between their centers.
    func enlarged(by factor: Int, smooth: Bool) -> Painting {
        Painting(width: width * factor, height: height * factor) { x, y in
            let (fx, fy) = (place(x, factor, width), place(y, factor, height))
            func channel(_ c: Int) -> UInt8 {
                if !smooth { return pixels[((y / factor) * width + x / factor) * 4 + c] }
                let upper = mix(at(fx.0, fy.0, c), at(fx.1, fy.0, c), fx.2)
                let lower = mix(at(fx.0, fy.1, c), at(fx.1, fy.1, c), fx.2)
                return UInt8(mix(upper, lower, fy.2) + 0.5)
            }
            return (channel(0), channel(1), channel(2))
        }
    }

    private func at(_ x: Int, _ y: Int, _ channel: Int) -> Double { Double(pixels[(y * width + x) * 4 + channel]) }

    private func mix(_ one: Double, _ other: Double, _ part: Double) -> Double { one + (other - one) * part }

    private func place(_ pixel: Int, _ factor: Int, _ count: Int) -> (Int, Int, Double) {
        let exact = min(max((Double(pixel) + 0.5) / Double(factor) - 0.5, 0), Double(count - 1))
        let low = min(Int(exact), count - 1)
        return (low, min(low + 1, count - 1), exact - Double(low))
    }
}
