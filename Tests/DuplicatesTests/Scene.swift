import Descriptors
import Duplicates
import Fingerprints
import Randomness
import Rasters

/// A drawn picture of one seed: discs and bars of flat color on a gradient, with a little texture.
struct Scene {
    var width: Int
    var height: Int
    var pixels: [UInt8]

    init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    init(seed: UInt64, width: Int = 256, height: Int = 192) {
        var generator = SplitMix64(seed: seed)
        let from = Self.color(&generator)
        let to = Self.color(&generator)
        self.init(width: width, height: height, pixels: [UInt8](repeating: 255, count: width * height * 4))
        for y in 0..<height {
            for x in 0..<width {
                let part = Double(x * 2 + y) / Double(width * 2 + height)
                let grain = Double(generator.next() % 13) - 6
                for channel in 0..<3 {
                    let level = Double(from[channel]) * (1 - part) + Double(to[channel]) * part + grain
                    pixels[(y * width + x) * 4 + channel] = UInt8(min(max(level, 0), 255))
                }
            }
        }
        for _ in 0..<40 {
            let color = Self.color(&generator)
            let x = Int(generator.next() % UInt64(width))
            let y = Int(generator.next() % UInt64(height))
            let size = 12 + Int(generator.next() % 50)
            if generator.next() % 2 == 0 {
                drawDisc(x: x, y: y, radius: size / 2, color)
            } else {
                fill(x: x, y: y, width: size, height: 6 + size / 3, color)
            }
        }
    }

    private static func color(_ generator: inout SplitMix64) -> [UInt8] {
        let bits = generator.next()
        return [UInt8(20 + bits % 216), UInt8(20 + (bits >> 8) % 216), UInt8(20 + (bits >> 16) % 216)]
    }

    mutating func fill(x: Int, y: Int, width wide: Int, height high: Int, _ color: [UInt8]) {
        for row in max(0, y)..<min(height, y + high) {
            for column in max(0, x)..<min(width, x + wide) {
                for channel in 0..<3 { pixels[(row * width + column) * 4 + channel] = color[channel] }
            }
        }
    }

    mutating func drawDisc(x: Int, y: Int, radius: Int, _ color: [UInt8]) {
        for row in max(0, y - radius)..<min(height, y + radius) {
            for column in max(0, x - radius)..<min(width, x + radius)
            where (row - y) * (row - y) + (column - x) * (column - x) < radius * radius {
                for channel in 0..<3 { pixels[(row * width + column) * 4 + channel] = color[channel] }
            }
        }
    }

    /// What is known of the picture.
    func picture(ticket: Int = 0, path: String = "a.png", digest: String? = nil) -> Picture {
        var hasher = PDQHasher()
        var builder = DescriptorBuilder()
        hasher.begin(width: width, height: height)
        builder.begin(width: width, height: height)
        var luma = [Float](repeating: 0, count: width)
        for y in 0..<height {
            let row = Array(pixels[y * width * 4..<(y + 1) * width * 4])
            var span = luma.mutableSpan
            LumaRows.luma(of: row.span, into: &span)
            hasher.take(luma: luma.span)
            builder.take(rgba: row.span)
        }
        return Picture(
            ticket: ticket, path: path, digest: digest ?? "digest of \(path)", width: width, height: height,
            bytes: 1000, isLossless: true, fingerprint: hasher.finish().fingerprint, descriptor: builder.finish())
    }
}
