package import Rasters

extension Raster {
    /// The part with its corner at (`x`, `y`).
    package func part(_ x: Int, _ y: Int, _ partWidth: Int, _ partHeight: Int) -> Raster {
        Self.made(width: max(1, partWidth), height: max(1, partHeight)) { color(x + $0, y + $1) }
    }

    /// Without these parts of its width and height, 0 to below 1.
    func cropped(left: Double, top: Double, right: Double, bottom: Double) -> Raster {
        let (x, y) = (Int((left * Double(width)).rounded()), Int((top * Double(height)).rounded()))
        return part(
            x, y, width - x - Int((right * Double(width)).rounded()),
            height - y - Int((bottom * Double(height)).rounded()))
    }

    /// On a ground of `color`, with so many pixels of it on each side.
    package func framed(left: Int, top: Int, right: Int, bottom: Int, _ ground: SIMD4<Float>) -> Raster {
        Self.made(width: width + left + right, height: height + top + bottom) { x, y in
            let (column, row) = (x - left, y - top)
            return column >= 0 && row >= 0 && column < width && row < height ? color(column, row) : ground
        }
    }

    /// Below a white bar with what looks like words in it.
    func barred(height bar: Int, _ chance: inout Chance) -> Raster {
        let framed = framed(left: 0, top: bar, right: 0, bottom: 0, SIMD4(repeating: 255))
        let letter = max(2, bar / 4)
        let words = Self.made(width: width, height: letter) { _, _ in SIMD4(20, 20, 20, 255) }
        var (captioned, left) = (framed, width / 10)
        while left < width * 9 / 10 {
            let wide = letter * chance.integer(1..<5)
            captioned = captioned.covered(by: words.part(0, 0, wide, letter), left: left, top: (bar - letter) / 2)
            left += wide + letter
        }
        return captioned
    }

    /// So many percent as wide and high.
    package func scaled(_ across: Int, _ down: Int) -> Raster {
        resized(toWidth: max(1, width * across / 100), height: max(1, height * down / 100))
    }

    /// By leaving pixels out, or repeating them.
    func nearest(_ newWidth: Int, _ newHeight: Int) -> Raster {
        Self.made(width: newWidth, height: newHeight) { x, y in
            color((2 * x + 1) * width / (2 * newWidth), (2 * y + 1) * height / (2 * newHeight))
        }
    }
}
