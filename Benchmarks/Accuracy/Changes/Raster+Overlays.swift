import Calibration
import Codecs
import Drawings
import Rasters

extension Raster {
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
