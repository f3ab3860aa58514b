package import CPixels

/// What stands behind pixels that are not opaque, wherever a picture is looked at as a whole: white.
public enum Background {
    /// Whether every pixel of these RGBA8 rows has an alpha of 255.
    public static func isOpaque(_ rgba: Span<UInt8>) -> Bool {
        // Every load is of 64 bytes, or of 4, that end inside the buffer.
        unsafe rgba.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return true }
            var offset = 0
            while offset + 64 <= bytes.count {
                var all = SIMD16<UInt32>(repeating: .max)
                // A transparent pixel ends the search after at most 4 KiB more.
                let end = min(bytes.count, offset + 4096)
                while offset + 64 <= end {
                    all &= unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt32>.self)
                    offset += 64
                }
                if (all &>> 24).min() != 255 { return false }
            }
            while offset + 4 <= bytes.count {
                if unsafe base.loadUnaligned(fromByteOffset: offset + 3, as: UInt8.self) != 255 { return false }
                offset += 4
            }
            return true
        }
    }

    /// Writes the pixels of `rgba`, composited on white, into `opaque`, whose length becomes that of `rgba`.
    ///
    /// Each channel becomes `(c * a + 255 * (255 - a) + 127) / 255` in integers, alpha becomes 255. An `opaque` that
    /// is used again for a strip of the same length or a shorter one is not allocated anew.
    public static func composite(_ rgba: Span<UInt8>, into opaque: inout [UInt8]) {
        composite(rgba, into: &opaque, by: RowSums.kernel)
    }

    /// The same by one of the kernels.
    package static func composite(_ rgba: Span<UInt8>, into opaque: inout [UInt8], by kernel: pixels_kernel) {
        let bytes = rgba.count
        precondition(bytes % 4 == 0, "\(bytes) bytes are no RGBA pixels")
        if opaque.count > bytes { opaque.removeLast(opaque.count - bytes) }
        if opaque.count < bytes { opaque.append(contentsOf: repeatElement(0, count: bytes - opaque.count)) }
        // Both buffers hold `bytes` bytes, which is what the kernel reads and writes.
        unsafe rgba.withUnsafeBufferPointer { source in
            unsafe opaque.withUnsafeMutableBufferPointer { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                unsafe pixels_on_white(kernel, from, bytes / 4, to)
            }
        }
    }
}
