import Calibration
import Codecs
import Drawings
import Rasters

/// One picture, of which others are made.
struct Subject: Sendable {
    /// Its name, from which all chance follows.
    let name: String
    /// The picture, opaque.
    let raster: Raster
    /// What it was drawn from, if it was drawn.
    var drawing: Drawing?
    /// Whether only itself is looked at, as something that others are not to be taken for.
    var isDecoy = false
    /// The family of pictures of one layout or series; any two of a family may be called alternates but not copies.
    var family: String?

    /// The version of a drawing in which one thing is different; `nil` where there is no such version.
    func version(_ name: String) -> Raster? {
        guard let version = drawing?.alternates.first(where: { $0.name == name }) else { return nil }
        return version.drawing.raster(width: raster.width, height: raster.height).onWhite
    }

    /// A small character with nothing behind it.
    func sticker(side: Int) -> Raster {
        var chance = Chance(name, seed: 5)
        return Drawing.sticker(FigureLook(seed: chance.bits() % 1000 + 8_000_000)).raster(width: side, height: side)
    }
}
