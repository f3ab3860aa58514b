import Rasters

extension Scene {
    /// As a viewer shows it for `orientation`, pixel by pixel.
    func turned(_ orientation: Orientation) -> Scene {
        let swaps = orientation.swapsSides
        var result = Scene(width: swaps ? height : width, height: swaps ? width : height, pixels: [])
        for y in 0..<result.height {
            for x in 0..<result.width {
                let (right, bottom) = (width - 1, height - 1)
                let (column, row) =
                    switch orientation {
                    case .upright: (x, y)
                    case .mirrored: (right - x, y)
                    case .rotated180: (right - x, bottom - y)
                    case .flipped: (x, bottom - y)
                    case .transposed: (y, x)
                    case .rotatedRight: (y, bottom - x)
                    case .transversed: (right - y, bottom - x)
                    case .rotatedLeft: (right - y, x)
                    }
                let at = (row * width + column) * 4
                result.pixels += pixels[at..<at + 4]
            }
        }
        return result
    }
}
