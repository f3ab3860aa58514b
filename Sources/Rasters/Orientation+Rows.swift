extension Orientation {
    /// Writes `count` rows of the turned picture, beginning with its row `first`.
    ///
    /// Both are RGBA, row-major without padding; the turned picture is `height` pixels wide if sides are swapped.
    /// Asked for 16 rows or so at a time, a quarter turn reads and writes whole cache lines.
    ///
    /// - Parameters:
    ///   - stored: the whole picture, `width * height * 4` bytes.
    ///   - rows: room for at least `count` rows.
    /// - Precondition: the rows exist, and `stored` and `rows` are large enough.
    public func turn(
        _ stored: Span<UInt8>, width: Int, height: Int, first: Int, count: Int, into rows: inout MutableSpan<UInt8>
    ) {
        turn(
            UInt32.self, stored, width: width, height: height, stride: width, first: first, count: count, into: &rows)
    }

    /// The same of a plane: a byte a sample, rows `stride` bytes apart in `plane`, and without padding in `rows`.
    public func turn(
        plane: Span<UInt8>, width: Int, height: Int, stride: Int, first: Int, count: Int,
        into rows: inout MutableSpan<UInt8>
    ) {
        turn(UInt8.self, plane, width: width, height: height, stride: stride, first: first, count: count, into: &rows)
    }

    @inline(__always)
    private func turn<Pixel: FixedWidthInteger & BitwiseCopyable>(
        _: Pixel.Type, _ stored: Span<UInt8>, width: Int, height: Int, stride: Int, first: Int, count: Int,
        into rows: inout MutableSpan<UInt8>
    ) {
        let size = MemoryLayout<Pixel>.size
        let turnedWidth = swapsSides ? height : width
        let turnedHeight = swapsSides ? width : height
        precondition(first >= 0 && count >= 0 && first + count <= turnedHeight, "no rows \(first) to \(first + count)")
        precondition(
            stride >= width && stored.count >= (stride * (height - 1) + width) * size,
            "\(stored.count) bytes are not \(width)x\(height) pixels")
        precondition(rows.count >= turnedWidth * count * size, "no room for \(count) rows in \(rows.count) bytes")
        let walk = Walk(self, width: width, height: height, stride: stride)
        // In bounds: every turned pixel has its stored one, as the preconditions hold.
        unsafe stored.withUnsafeBytes { source in
            unsafe rows.withUnsafeMutableBytes { target in
                func copy(_ x: Int, _ y: Int) {
                    let from = (walk.start + x * walk.right + (first + y) * walk.down) * size
                    let pixel = unsafe source.loadUnaligned(fromByteOffset: from, as: Pixel.self)
                    unsafe target.storeBytes(of: pixel, toByteOffset: (y * turnedWidth + x) * size, as: Pixel.self)
                }
                if swapsSides {
                    for x in 0..<turnedWidth { for y in 0..<count { copy(x, y) } }
                } else {
                    for y in 0..<count { for x in 0..<turnedWidth { copy(x, y) } }
                }
            }
        }
    }

    /// Which stored pixel the first turned one is, and how far on the ones to its right and below it are.
    private struct Walk {
        let start: Int
        let right: Int
        let down: Int

        init(_ orientation: Orientation, width: Int, height: Int, stride: Int) {
            let bottom = stride * (height - 1)
            switch orientation {
            case .upright: (start, right, down) = (0, 1, stride)
            case .mirrored: (start, right, down) = (width - 1, -1, stride)
            case .rotated180: (start, right, down) = (bottom + width - 1, -1, -stride)
            case .flipped: (start, right, down) = (bottom, 1, -stride)
            case .transposed: (start, right, down) = (0, stride, 1)
            case .rotatedRight: (start, right, down) = (bottom, -stride, 1)
            case .transversed: (start, right, down) = (bottom + width - 1, -stride, -1)
            case .rotatedLeft: (start, right, down) = (width - 1, stride, -1)
            }
        }
    }
}
