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
        let bytes = rgba.count
        precondition(bytes % 4 == 0, "\(bytes) bytes are no RGBA pixels")
        if opaque.count > bytes { opaque.removeLast(opaque.count - bytes) }
        if opaque.count < bytes { opaque.append(contentsOf: repeatElement(0, count: bytes - opaque.count)) }
        // Both buffers hold `bytes` bytes, and every access ends at or before that.
        unsafe rgba.withUnsafeBytes { source in
            unsafe opaque.withUnsafeMutableBytes { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                var offset = 0
                while offset + 32 <= bytes {
                    let packed = unsafe from.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt32>.self)
                    unsafe to.storeBytes(of: onWhite(packed), toByteOffset: offset, as: SIMD8<UInt32>.self)
                    offset += 32
                }
                while offset < bytes {
                    let packed = unsafe from.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                    let pixel = onWhite(SIMD8(repeating: packed))[0]
                    unsafe to.storeBytes(of: pixel, toByteOffset: offset, as: UInt32.self)
                    offset += 4
                }
            }
        }
    }

    /// Eight pixels, each packed with red in its lowest byte; red and blue are worked on in the two halves of a lane.
    @inline(__always)
    private static func onWhite(_ packed: SIMD8<UInt32>) -> SIMD8<UInt32> {
        let halves = SIMD8<UInt32>(repeating: 0x00FF_00FF)
        let alpha = packed &>> 24
        let white = (SIMD8(repeating: 255) &- alpha) &* SIMD8(repeating: 255) &+ SIMD8(repeating: 127)
        let redBlue = (packed & halves) &* alpha &+ white &* SIMD8(repeating: 0x0001_0001)
        let green = ((packed &>> 8) & SIMD8(repeating: 255)) &* alpha &+ white
        // x / 255 is (x + 1 + x / 256) / 256 for 0 <= x < 65535; no half overflows, for x is at most 65152.
        let quotients =
            ((redBlue &+ SIMD8(repeating: 0x0001_0001) &+ ((redBlue &>> 8) & halves)) &>> 8) & halves
        let quotient = (green &+ SIMD8(repeating: 1) &+ (green &>> 8)) & SIMD8(repeating: 0xFF00)
        return quotients | quotient | SIMD8(repeating: 0xFF00_0000)
    }
}
