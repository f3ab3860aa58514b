import Drawings
import Rasters

extension Raster {
    /// With `other`, which may be transparent, laid on it at (`left`, `top`), its opacity times `opacity`.
    func covered(by other: Raster, left: Int, top: Int, opacity: Float = 1) -> Raster {
        Self.made(width: width, height: height) { x, y in
            let old = color(x, y)
            let (column, row) = (x - left, y - top)
            guard column >= 0, row >= 0, column < other.width, row < other.height else { return old }
            let over = other.color(column, row)
            let share = over.w / 255 * opacity
            var new = old + (over - old) * share
            new.w = old.w
            return new
        }
    }

    /// With an ellipse of `other` in place of what was there, its rim soft.
    func patched(with other: Raster, centerX: Double, centerY: Double, radiusX: Double, radiusY: Double) -> Raster {
        Self.made(width: width, height: height) { x, y in
            let (u, v) = ((Double(x) - centerX) / radiusX, (Double(y) - centerY) / radiusY)
            let distance = (u * u + v * v).squareRoot()
            guard distance < 1 else { return color(x, y) }
            let share = Float(min(1, (1 - distance) * 6))
            let old = color(x, y)
            return old + (other.color(x, y) - old) * share
        }
    }

    /// How many pixels differ by more than 24 levels in luma.
    func differingPixels(from other: Raster) -> Int {
        (0..<width * height).count { index in
            let (x, y) = (index % width, index / width)
            return abs(Self.luma(color(x, y)) - Self.luma(other.color(x, y))) > 24
        }
    }

    /// `text` in white, with alpha, as large as `covered(by:)` may want it.
    static func lettering(_ text: String, width: Int, height: Int) -> Raster {
        let clear = Raster(width: width, height: height, pixels: [UInt8](repeating: 0, count: width * height * 4))
        // The bar of a caption is an eighth of the height: black on white, of which black is turned into opacity.
        let bar = clear.edited(.captioned(text)).part(0, 0, width, max(8, height / 8))
        return made(width: width, height: bar.height) { x, y in
            SIMD4(255, 255, 255, 255 - bar.color(x, y).x)
        }
    }

    /// A sticker that covers about `share` of this picture, at a place by chance.
    func stickered(_ share: Double, _ chance: inout Chance) -> Raster {
        let side = (share * Double(width * height)).squareRoot()
        let (wide, high) = (max(4, Int(side)), max(4, Int(side)))
        let drawn = Drawing.sticker(FigureLook(seed: chance.bits() % 1000 + 7_000_000)).raster(
            width: wide, height: high)
        // What is left clear is filled, so that all of the share is covered.
        let sticker = drawn.onWhite
        return covered(
            by: sticker, left: chance.integer(0..<max(1, width - wide)), top: chance.integer(0..<max(1, height - high)))
    }
}
