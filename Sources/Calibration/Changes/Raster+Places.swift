public import Rasters

extension Raster {
    /// The color at (`x`, `y`), 0 to 255 a channel; beyond the border that of the border.
    @inlinable public func color(_ x: Int, _ y: Int) -> SIMD4<Float> {
        let index = (min(max(y, 0), height - 1) * width + min(max(x, 0), width - 1)) * 4
        return SIMD4(
            Float(pixels[index]), Float(pixels[index + 1]), Float(pixels[index + 2]), Float(pixels[index + 3]))
    }

    /// A picture of which `color` is asked for each place.
    @inlinable public static func made(
        width: Int, height: Int, _ color: (Int, Int) -> SIMD4<Float>
    ) -> Raster {
        var pixels = [UInt8](repeating: 0, count: width * height * 4)
        var index = 0
        for y in 0..<height {
            for x in 0..<width {
                let value = color(x, y).clamped(
                    lowerBound: .zero, upperBound: SIMD4(repeating: 255)
                ).rounded(.toNearestOrAwayFromZero)
                for channel in 0..<4 { pixels[index + channel] = UInt8(value[channel]) }
                index += 4
            }
        }
        return Raster(width: width, height: height, pixels: pixels)
    }

    /// The picture with `change` made to the color of each place; alpha stays.
    func changed(_ change: (SIMD4<Float>) -> SIMD4<Float>) -> Raster {
        Self.made(width: width, height: height) { x, y in
            let old = color(x, y)
            var new = change(old)
            new.w = old.w
            return new
        }
    }

    /// Luma (BT.601), 0 to 255.
    @inlinable public static func luma(_ color: SIMD4<Float>) -> Float {
        color.x * 0.299 + color.y * 0.587 + color.z * 0.114
    }
}
