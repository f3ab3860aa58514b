import Rasters

extension Raster {
    /// 256 colors: eight levels of red and green, four of blue.
    static let palette: [UInt8] = (0..<256).flatMap { (index: Int) -> [UInt8] in
        let (red, green, blue) = (index >> 5, index >> 2 & 7, index & 3)
        return [UInt8(red * 255 / 7), UInt8(green * 255 / 7), UInt8(blue * 85)]
    }

    /// The places of the pixels' colors in `palette`.
    var indices: [UInt8] {
        stride(from: 0, to: pixels.count, by: 4).map { place in
            let (red, green, blue) = (Int(pixels[place]), Int(pixels[place + 1]), Int(pixels[place + 2]))
            let (r, g, b) = ((red * 7 + 127) / 255, (green * 7 + 127) / 255, (blue * 3 + 127) / 255)
            return UInt8(r << 5 | g << 2 | b)
        }
    }

    /// Some channels of all pixels.
    func channels(_ channels: [Int]) -> [UInt8] {
        var samples: [UInt8] = []
        samples.reserveCapacity(width * height * channels.count)
        for place in stride(from: 0, to: pixels.count, by: 4) {
            for channel in channels { samples.append(pixels[place + channel]) }
        }
        return samples
    }

    /// With film grain in luma: the sum of two even dice, up to `strength` quarters of a level each way.
    func grained(_ strength: Int, seed: UInt64) -> Raster {
        guard strength > 0 else { return self }
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var pixels = pixels
        for place in stride(from: 0, to: pixels.count, by: 4) {
            // xorshift64 (Marsaglia, 2003).
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let sum = Int(state >> 48 & 255) + Int(state >> 56) - 255
            let change = sum * strength / 1024
            for channel in 0..<3 {
                pixels[place + channel] = UInt8(max(0, min(255, Int(pixels[place + channel]) + change)))
            }
        }
        return Raster(width: width, height: height, pixels: pixels)
    }

    /// Moved to the left, and in again from the right.
    func panned(by columns: Int) -> Raster {
        var moved: [UInt8] = []
        moved.reserveCapacity(pixels.count)
        let shift = columns % width * 4
        for row in 0..<height {
            let start = row * width * 4
            moved += pixels[start + shift..<start + width * 4]
            moved += pixels[start..<start + shift]
        }
        return Raster(width: width, height: height, pixels: moved)
    }
}
