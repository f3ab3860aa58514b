extension Raster {
    /// This picture in another size.
    ///
    /// An axis that shrinks takes the exact mean of the area that each new pixel covers; one that grows follows the
    /// cubic of Catmull and Rom. Channels are mixed as they are stored, that is in sRGB's own curve, as browsers and
    /// the services' image tools do, not in linear light. Colors count by their alpha, so what a see-through pixel
    /// hides never shows. All sums are whole numbers and rounded once, to the nearest: every machine gives the same
    /// bytes.
    ///
    /// - Precondition: both sides are positive.
    public func resized(toWidth newWidth: Int, height newHeight: Int) -> Raster {
        precondition(newWidth > 0 && newHeight > 0, "a raster of \(newWidth)x\(newHeight) has no pixels")
        if (newWidth, newHeight) == (width, height) { return self }
        var resampler = Resampler(self, width: newWidth, height: newHeight)
        return Raster(width: newWidth, height: newHeight, pixels: resampler.run())
    }

    /// This picture in another width, its height in proportion: rounded to the nearest, and 1 at least.
    public func resized(toWidth newWidth: Int) -> Raster {
        resized(toWidth: newWidth, height: Self.height(of: width, height, atWidth: newWidth))
    }

    /// The height of a picture of `width` x `height` pixels when it is made `newWidth` wide.
    ///
    /// - Precondition: all are positive, and `2 * height * newWidth` can be counted.
    public static func height(of width: Int, _ height: Int, atWidth newWidth: Int) -> Int {
        max((2 * height * newWidth + width) / (2 * width), 1)
    }
}
