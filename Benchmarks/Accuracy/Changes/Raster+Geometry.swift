import Rasters

extension Raster {
    /// The part with its corner at (`x`, `y`).
    func part(_ x: Int, _ y: Int, _ partWidth: Int, _ partHeight: Int) -> Raster {
        Self.made(width: max(1, partWidth), height: max(1, partHeight)) { color(x + $0, y + $1) }
    }

    /// Without so many thousandths of its width and height on each side.
    func cropped(left: Double, top: Double, right: Double, bottom: Double) -> Raster {
        let (x, y) = (Int((left * Double(width)).rounded()), Int((top * Double(height)).rounded()))
        return part(
            x, y, width - x - Int((right * Double(width)).rounded()),
            height - y - Int((bottom * Double(height)).rounded()))
    }

    /// On a ground of `color`, with so many pixels of it on each side.
    func framed(left: Int, top: Int, right: Int, bottom: Int, _ ground: SIMD4<Float>) -> Raster {
        Self.made(width: width + left + right, height: height + top + bottom) { x, y in
            let (column, row) = (x - left, y - top)
            return column >= 0 && row >= 0 && column < width && row < height ? color(column, row) : ground
        }
    }

    /// At another size: by area means where it shrinks, between neighbors where it grows.
    func sized(_ newWidth: Int, _ newHeight: Int) -> Raster {
        let columns = Self.shares(from: width, to: newWidth)
        let rows = Self.shares(from: height, to: newHeight)
        var narrow = [SIMD4<Float>](repeating: .zero, count: newWidth * height)
        for y in 0..<height {
            for (x, parts) in columns.enumerated() {
                var sum = SIMD4<Float>.zero
                for part in parts { sum += color(part.place, y) * part.weight }
                narrow[y * newWidth + x] = sum
            }
        }
        return Self.made(width: newWidth, height: newHeight) { x, y in
            var sum = SIMD4<Float>.zero
            for part in rows[y] { sum += narrow[part.place * newWidth + x] * part.weight }
            return sum
        }
    }

    /// By leaving pixels out, or repeating them.
    func nearest(_ newWidth: Int, _ newHeight: Int) -> Raster {
        Self.made(width: newWidth, height: newHeight) { x, y in
            color((2 * x + 1) * width / (2 * newWidth), (2 * y + 1) * height / (2 * newHeight))
        }
    }

    private static func shares(from old: Int, to new: Int) -> [[(place: Int, weight: Float)]] {
        let step = Double(old) / Double(new)
        return (0..<new).map { place in
            if step >= 1 {
                let (start, end) = (Double(place) * step, min(Double(place + 1) * step, Double(old)))
                return (Int(start)..<min(old, max(Int(start) + 1, Int(end.rounded(.up))))).map { source in
                    let overlap = min(end, Double(source + 1)) - max(start, Double(source))
                    return (source, Float(overlap / (end - start)))
                }
            }
            let center = (Double(place) + 0.5) * step - 0.5
            let base = center.rounded(.down)
            let part = Float(center - base)
            return [(max(Int(base), 0), 1 - part), (min(Int(base) + 1, old - 1), part)]
        }
    }
}
