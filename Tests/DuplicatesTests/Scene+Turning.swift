import Rasters

extension Scene {
    /// As a viewer shows it for `orientation`.
    func turned(_ orientation: Orientation) -> Scene {
        let turned = Raster(width: width, height: height, pixels: pixels).oriented(orientation)
        return Scene(width: turned.width, height: turned.height, pixels: turned.pixels)
    }
}
