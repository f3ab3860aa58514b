extension Scene {
    /// The part with its corner at (`x`, `y`).
    func part(_ x: Int, _ y: Int, _ partWidth: Int, _ partHeight: Int) -> Scene {
        var result = Scene(width: partWidth, height: partHeight, pixels: [])
        for row in y..<y + partHeight {
            let start = (row * width + x) * 4
            result.pixels += pixels[start..<start + partWidth * 4]
        }
        return result
    }

    /// On a ground of one level, with so many pixels of it on each side.
    func framed(left: Int, top: Int, right: Int, bottom: Int, level: UInt8) -> Scene {
        var result = Scene(
            width: width + left + right, height: height + top + bottom,
            pixels: [UInt8](repeating: level, count: (width + left + right) * (height + top + bottom) * 4))
        for index in stride(from: 3, to: result.pixels.count, by: 4) { result.pixels[index] = 255 }
        for row in 0..<height {
            for byte in 0..<width * 4 {
                result.pixels[((row + top) * result.width + left) * 4 + byte] = pixels[row * width * 4 + byte]
            }
        }
        return result
    }

    /// The negative.
    var negative: Scene { mapped { 255 - $0 } }
}
