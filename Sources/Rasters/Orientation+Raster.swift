extension Raster {
    /// This picture, turned as `orientation` says.
    public func oriented(_ orientation: Orientation) -> Raster {
        if orientation == .upright { return self }
        let turnedWidth = orientation.swapsSides ? height : width
        let turnedHeight = orientation.swapsSides ? width : height
        var turned = [UInt8](repeating: 0, count: pixels.count)
        var rows = turned.mutableSpan
        orientation.turn(pixels.span, width: width, height: height, first: 0, count: turnedHeight, into: &rows)
        return Raster(width: turnedWidth, height: turnedHeight, pixels: turned)
    }
}
