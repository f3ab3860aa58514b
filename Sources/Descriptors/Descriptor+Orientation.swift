public import Rasters

extension Descriptor {
    /// The descriptor of what a viewer shows for `orientation`.
    ///
    /// The cells are exactly those of the turned picture. Detail along rows and along columns change places with them;
    /// a turned picture itself is measured on other lines, which gives slightly other numbers.
    public func oriented(_ orientation: Orientation) -> Descriptor {
        Descriptor(
            luma: Self.turned(luma, side: Self.lumaSide, by: orientation),
            cb: Self.turned(cb, side: Self.chromaSide, by: orientation),
            cr: Self.turned(cr, side: Self.chromaSide, by: orientation), detail: detail.oriented(orientation))
    }

    private static func turned(_ cells: [UInt8], side: Int, by orientation: Orientation) -> [UInt8] {
        if orientation == .upright { return cells }
        let last = side - 1
        // Where the new top-left cell was, and what is one to the right and one down of it.
        let (start, right, down) =
            switch orientation {
            case .upright: (0, 1, side)
            case .mirrored: (last, -1, side)
            case .rotated180: (side * last + last, -1, -side)
            case .flipped: (side * last, 1, -side)
            case .transposed: (0, side, 1)
            case .rotatedRight: (side * last, -side, 1)
            case .transversed: (side * last + last, -side, -1)
            case .rotatedLeft: (last, side, -1)
            }
        var result: [UInt8] = []
        result.reserveCapacity(cells.count)
        for row in 0..<side {
            for column in 0..<side { result.append(cells[start + row * down + column * right]) }
        }
        return result
    }
}

extension Detail {
    /// The detail of the turned picture, as far as it can be told from this one.
    public func oriented(_ orientation: Orientation) -> Detail {
        orientation.swapsSides ? Detail(horizontal: vertical, vertical: horizontal) : self
    }
}
