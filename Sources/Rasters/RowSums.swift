package import CPixels

/// Weighted sums of rows of bytes, column by column, by the fastest kernel that this processor has.
package enum RowSums {
    /// Chosen once.
    package static let kernel = pixels_best()
    /// The one that every processor has, which the tests hold the others to.
    package static let plain = pixels_kernel.plain

    /// Adds `weight` times each byte of `row` to the sum in its place, modulo 65536.
    ///
    /// - Precondition: there are as many sums as bytes at least.
    package static func add(
        _ row: Span<UInt8>, times weight: UInt16, to sums: inout MutableSpan<UInt16>, by kernel: pixels_kernel = kernel
    ) {
        precondition(sums.count >= row.count, "\(row.count) bytes for \(sums.count) sums")
        // Both hold `row.count` elements at least, and are lent by different owners, so they do not overlap.
        unsafe row.withUnsafeBufferPointer { row in
            unsafe sums.withUnsafeMutableBufferPointer { sums in
                guard let from = row.baseAddress, let to = sums.baseAddress else { return }
                unsafe pixels_add(kernel, to, from, row.count, weight)
            }
        }
    }

    /// Sets each sum to `weight` times the byte of `row` in its place, modulo 65536.
    ///
    /// - Precondition: there are as many sums as bytes at least.
    package static func set(
        _ row: Span<UInt8>, times weight: UInt16, to sums: inout MutableSpan<UInt16>, by kernel: pixels_kernel = kernel
    ) {
        precondition(sums.count >= row.count, "\(row.count) bytes for \(sums.count) sums")
        // As above.
        unsafe row.withUnsafeBufferPointer { row in
            unsafe sums.withUnsafeMutableBufferPointer { sums in
                guard let from = row.baseAddress, let to = sums.baseAddress else { return }
                unsafe pixels_set(kernel, to, from, row.count, weight)
            }
        }
    }
}
