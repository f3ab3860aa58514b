package import Rasters

extension Raster {
    /// With `other`, which may be transparent, laid on it at (`left`, `top`), its opacity times `opacity`.
    package func covered(by other: Raster, left: Int, top: Int, opacity: Float = 1) -> Raster {
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
    package func differingPixels(from other: Raster) -> Int {
        (0..<width * height).count { index in
            let (x, y) = (index % width, index / width)
            return abs(Self.luma(color(x, y)) - Self.luma(other.color(x, y))) > 24
        }
    }
}
