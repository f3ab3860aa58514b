internal import CPixels
internal import Rasters

/// The exact area means of a picture in cells: luma in 64 x 64, the two color differences in 32 x 32.
///
/// All three are linear in R, G and B, so only these are added up: row by row into columns, columns to cells once a cell
/// row, and a conversion once a cell. A cell of chroma is four of luma. Sums are whole numbers, of which `Double` holds all that a
/// picture can have: their order does not matter.
package struct ColorCells {
    /// Cells a side.
    static let side = Descriptor.lumaSide

    private var columns = ColumnSums(cells: side)
    private var width = 1
    private var height = 1
    /// The sums of each cell of this row, in 1/4096 of a pixel, and those of its cells of chroma.
    private var sums = [SIMD4<Double>](repeating: .zero, count: side)
    private var chromaSums = [SIMD4<Double>](repeating: .zero, count: side / 2)
    /// The cells of luma, after the last row.
    package private(set) var luma = [UInt8](repeating: 0, count: side * side)
    /// Those of Cb.
    package private(set) var cb = [UInt8](repeating: 128, count: side * side / 4)
    /// Those of Cr.
    package private(set) var cr = [UInt8](repeating: 128, count: side * side / 4)

    /// Cells that wait for `begin`.
    package init() {}

    /// Rows of a picture of `width` x `height` pixels follow.
    package mutating func begin(width: Int, height: Int) {
        self.width = width
        self.height = height
        columns.begin(width: width * 4, height: height)
        sums.reset(to: .zero, count: Self.side)
        chromaSums.reset(to: .zero, count: Self.side / 2)
    }

    /// The next `count` rows from the top, opaque, without padding.
    package mutating func take(_ rgba: Span<UInt8>, count: Int) {
        precondition(rgba.count == count * width * 4, "\(rgba.count) bytes are no \(count) rows of \(width) pixels")
        var next = 0
        while let step = columns.add(rgba, pitch: width * 4, count: count, from: &next) {
            addColumns()
            if case .ended(let cell) = step { close(cell) }
        }
    }

    /// Adds the columns to the cells.
    private mutating func addColumns() {
        // Four sums for each column, and for each cell, as they were made in `begin`.
        unsafe columns.whole.withUnsafeBufferPointer { whole in
            unsafe columns.shared.withUnsafeBufferPointer { shared in
                unsafe sums.withUnsafeMutableBytes { sums in
                    guard let wholes = whole.baseAddress, let parts = shared.baseAddress, let cells = sums.baseAddress
                    else { return }
                    let totals = unsafe cells.assumingMemoryBound(to: Double.self)
                    unsafe pixels_color_sums(RowSums.kernel, wholes, parts, width, Self.side, totals)
                }
            }
        }
        columns.clear()
    }

    /// Makes a row of cells of what was added up, and starts the next.
    private mutating func close(_ cellRow: Int) {
        let area = Double(width) * Double(height)
        Self.write(
            sums, pixels_weights(red: 9797, green: 19235, blue: 3736, unit: 32768 * area, zero: 0), to: &luma,
            at: cellRow * Self.side)
        for cell in 0..<Self.side {
            chromaSums[cell / 2] += sums[cell]
            sums[cell] = .zero
        }
        guard cellRow % 2 == 1 else { return }
        let (place, unit) = (cellRow / 2 * (Self.side / 2), 4 * 65536 * area)
        Self.write(
            chromaSums, pixels_weights(red: -11059, green: -21709, blue: 32768, unit: unit, zero: 128), to: &cb,
            at: place)
        Self.write(
            chromaSums, pixels_weights(red: 32768, green: -27439, blue: -5329, unit: unit, zero: 128), to: &cr,
            at: place)
        chromaSums.reset(to: .zero, count: Self.side / 2)
    }

    /// Writes weighted sums of channels as levels, rounded to the nearest.
    ///
    /// Exact up to a gigapixel, and rounded in one way on every machine beyond.
    private static func write(
        _ sums: [SIMD4<Double>], _ weights: pixels_weights, to cells: inout [UInt8], at place: Int
    ) {
        precondition(place + sums.count <= cells.count, "\(sums.count) cells at \(place) of \(cells.count)")
        // Held just now; a vector is four numbers.
        unsafe sums.withUnsafeBytes { sums in
            unsafe cells.withUnsafeMutableBufferPointer { cells in
                guard let from = sums.baseAddress, let to = cells.baseAddress else { return }
                let numbers = unsafe from.assumingMemoryBound(to: Double.self)
                unsafe pixels_levels(RowSums.kernel, numbers, sums.count / 32, weights, to + place)
            }
        }
    }
}
