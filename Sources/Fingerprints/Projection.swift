internal import CPlanes

/// Sums of products of cells with sixteen waves at once, by the kernels of small planes.
enum Projection {
    /// Writes sixteen sums for each of `rows` rows into `sums`, `width` apart from `place` on: over `terms` the cell of the
    /// row times the waves of that term, added in order.
    ///
    /// - Parameters:
    ///   - cells: Rows of 64 cells, of which those from `term` on are taken.
    ///   - waves: Terms `stride` apart, those from `start` on.
    static func sums(
        of cells: [Float], rows: Int, terms: Range<Int>, by waves: [Float], from start: Int = 0, stride: Int,
        into sums: inout [Float], at place: Int = 0, width: Int = 16
    ) {
        let last = start + (terms.upperBound - 1) * stride + 16
        precondition(
            rows % 4 == 0 && cells.count >= 64 * rows && terms.upperBound <= 64 && waves.count >= last
                && sums.count >= place + (rows - 1) * width + 16,
            "\(cells.count) cells, \(waves.count) waves, \(sums.count) sums")
        // All that the kernel reads and writes lies within, by the check above.
        unsafe cells.withUnsafeBufferPointer { cells in
            unsafe waves.withUnsafeBufferPointer { waves in
                unsafe sums.withUnsafeMutableBufferPointer { sums in
                    guard let cells = cells.baseAddress, let waves = waves.baseAddress, let sums = sums.baseAddress
                    else { return }
                    let first = terms.lowerBound
                    unsafe planes_project(
                        planes_best(), cells + first, 64, rows, waves + start + first * stride, stride, terms.count,
                        sums + place, width)
                }
            }
        }
    }

    /// The sixteen sums of each row as one element.
    static func rows(_ sums: [Float]) -> [SIMD16<Float>] {
        (0..<sums.count / 16).map { row in
            // Checked by the span; a Float is valid whatever its bytes.
            unsafe sums.span.bytes.unsafeLoadUnaligned(fromByteOffset: 64 * row, as: SIMD16<Float>.self)
        }
    }
}
