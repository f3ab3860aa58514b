package import CPixels

/// Weighted sums of rows of bytes, column by column, by the fastest kernel that this processor has.
package enum RowSums {
    /// Chosen once.
    package static let kernel = pixels_best()
    /// The one that every processor has, which the tests hold the others to.
    package static let plain = pixels_kernel.plain

    /// Adds the first `width` bytes of `count` rows, each `pitch` bytes behind the one before, to the sums in their columns,
    /// modulo 65536.
    ///
    /// - Precondition: the last row has as many bytes, and there are as many sums.
    package static func add(
        _ rows: Span<UInt8>, pitch: Int, count: Int, width: Int, to sums: inout MutableSpan<UInt16>,
        by kernel: pixels_kernel = kernel
    ) {
        precondition(
            holds(rows, pitch, count, width) && sums.count >= width, "\(rows.count) bytes for \(count) rows of \(width)"
        )
        // Held just now; rows and sums are lent by different owners, so they do not overlap.
        unsafe rows.withUnsafeBufferPointer { rows in
            unsafe sums.withUnsafeMutableBufferPointer { sums in
                guard let from = rows.baseAddress, let to = sums.baseAddress else { return }
                unsafe pixels_add(kernel, to, from, pitch, count, width)
            }
        }
    }

    /// The same with a weight for each row.
    ///
    /// - Parameter isFirst: Whether the sums begin with these rows, whatever is in them.
    package static func add(
        _ rows: Span<UInt8>, pitch: Int, weights: Span<UInt16>, width: Int, to sums: inout MutableSpan<UInt16>,
        isFirst: Bool,
        by kernel: pixels_kernel = kernel
    ) {
        let count = weights.count
        precondition(
            holds(rows, pitch, count, width) && sums.count >= width, "\(rows.count) bytes for \(count) rows of \(width)"
        )
        // As above.
        unsafe rows.withUnsafeBufferPointer { rows in
            unsafe weights.withUnsafeBufferPointer { weights in
                unsafe sums.withUnsafeMutableBufferPointer { sums in
                    guard let from = rows.baseAddress, let to = sums.baseAddress, let factors = weights.baseAddress
                    else { return }
                    unsafe pixels_add_weighted(kernel, to, from, pitch, count, width, factors, isFirst)
                }
            }
        }
    }

    private static func holds(_ rows: Span<UInt8>, _ pitch: Int, _ count: Int, _ width: Int) -> Bool {
        count == 0 || pitch >= 0 && rows.count >= (count - 1) * pitch + width
    }
}
