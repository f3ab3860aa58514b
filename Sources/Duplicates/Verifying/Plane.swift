/// A square of Float cells, row by row, read and written eight at a time.
struct Plane {
    /// Cells a side.
    let side: Int
    private(set) var cells: [Float]

    /// A plane whose cells are made eight at a time, from the top-left on.
    @inline(__always)
    init(side: Int, _ eight: (_ index: Int) -> SIMD8<Float>) {
        self.side = side
        let count = side * side
        precondition(count % 8 == 0, "\(side) cells a side cannot be made eight at a time")
        cells = [Float](repeating: 0, count: count)
        var span = cells.mutableSpan
        // Any bytes are a Float.
        var bytes = unsafe span.mutableBytes
        for index in stride(from: 0, to: count, by: 8) {
            bytes.storeBytes(of: eight(index), toByteOffset: index * 4, as: SIMD8<Float>.self)
        }
    }

    /// A plane of one value.
    init(side: Int, filledWith value: Float) {
        self.side = side
        cells = [Float](repeating: value, count: side * side)
    }

    /// A plane of these cells.
    init(side: Int, cells: [Float]) {
        precondition(cells.count == side * side, "\(cells.count) cells in a plane of \(side) a side")
        self.side = side
        self.cells = cells
    }

    /// A plane of `bytes`, each lowered by `zero`.
    init(side: Int, bytes: [UInt8], zero: Float = 0) {
        precondition(bytes.count == side * side, "\(bytes.count) bytes in a plane of \(side) a side")
        self.side = side
        cells = Self.widened(bytes, zero: zero)
    }

    /// The differences cell by cell.
    static func - (one: Plane, other: Plane) -> Plane {
        Plane(side: one.side) { one[eight: $0] - other[eight: $0] }
    }

    /// The number of cells, a multiple of eight.
    var count: Int { cells.count }

    subscript(index: Int) -> Float {
        get { cells[index] }
        set { cells[index] = newValue }
    }

    /// The eight cells from `index` on, which run on into the next row.
    subscript(eight index: Int) -> SIMD8<Float> {
        @inline(__always) get {
            // Checked by the span; a Float is valid whatever its bytes, at any address.
            unsafe cells.span.bytes.unsafeLoadUnaligned(fromByteOffset: index * 4, as: SIMD8<Float>.self)
        }
    }

    /// The sum of the products cell by cell, in eight sums side by side that are added up at the end.
    func dot(_ other: Plane) -> Double {
        precondition(other.count == count, "planes of \(count) and \(other.count) cells")
        var sums = SIMD8<Float>.zero
        for index in stride(from: 0, to: count, by: 8) { sums += self[eight: index] * other[eight: index] }
        return sums.total
    }

    /// Sets the outermost `width` cells on each side to zero.
    mutating func clearBorder(_ width: Int) {
        for line in 0..<side {
            for depth in 0..<width {
                cells[line * side + depth] = 0
                cells[line * side + side - 1 - depth] = 0
                cells[depth * side + line] = 0
                cells[(side - 1 - depth) * side + line] = 0
            }
        }
    }

    /// With the outermost cells of `other`, which has as many.
    func withRim(of other: Plane) -> Plane {
        var result = self
        for index in 0..<count {
            let (x, y) = (index % side, index / side)
            if x == 0 || y == 0 || x == side - 1 || y == side - 1 { result[index] = other[index] }
        }
        return result
    }
}
