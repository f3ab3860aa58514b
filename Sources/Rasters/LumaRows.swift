/// Rows of luma from rows of RGBA8.
///
/// The luma of a pixel is exactly 9797 R + 19235 G + 3736 B: the weights of ITU-R BT.601 in 1/32768, so 0 is black and
/// `white` is white. All values are integers below 2^23 and therefore exact as `Float`. Alpha is not looked at: see
/// `Background` for pixels that are not opaque.
public enum LumaRows {
    /// The luma of white.
    public static let white: Float = 8_355_840

    /// Writes the luma of each of the pixels of `rgba` into `luma`.
    ///
    /// - Precondition: `luma` has one element for every four bytes of `rgba`.
    public static func luma(of rgba: Span<UInt8>, into luma: inout MutableSpan<Float>) {
        let count = luma.count
        precondition(rgba.count == count * 4, "\(rgba.count) bytes are not \(count) RGBA pixels")
        // Every access is to one of `count` pixels, which both buffers hold by the precondition.
        unsafe rgba.withUnsafeBytes { source in
            unsafe luma.withUnsafeMutableBufferPointer { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                var pixel = 0
                while pixel + 8 <= count {
                    let packed = unsafe from.loadUnaligned(fromByteOffset: pixel * 4, as: SIMD8<UInt32>.self)
                    unsafe UnsafeMutableRawPointer(to + pixel).storeBytes(
                        of: luma8(packed), as: SIMD8<Float>.self)
                    pixel += 8
                }
                while pixel < count {
                    let packed = unsafe from.loadUnaligned(fromByteOffset: pixel * 4, as: UInt32.self)
                    unsafe to[pixel] = luma8(SIMD8(repeating: packed))[0]
                    pixel += 1
                }
            }
        }
    }

    /// The luma of sixteen pixels, each packed with red in its lowest byte.
    @inline(__always)
    package static func luma(of packed: SIMD16<UInt32>) -> SIMD16<Float> {
        SIMD16(lowHalf: luma8(packed.lowHalf), highHalf: luma8(packed.highHalf))
    }

    /// Eight pixels at once, each packed with red in its lowest byte.
    ///
    /// The channels are multiplied where they stand, by weights scaled down for it: all products and sums are whole
    /// numbers below 2^23, hence exact, and nothing is shifted. In integers the compiler weaves the products into one
    /// instruction that needs more shuffles than it saves (measured: 0.37 ns a pixel).
    @inline(__always)
    private static func luma8(_ packed: SIMD8<UInt32>) -> SIMD8<Float> {
        let bits = unsafe unsafeBitCast(packed, to: SIMD8<Int32>.self)
        let red = SIMD8<Float>(bits & SIMD8(repeating: 0xFF)) * 9797
        let green = SIMD8<Float>(bits & SIMD8(repeating: 0xFF00)) * (19235.0 / 0x100)
        let blue = SIMD8<Float>(bits & SIMD8(repeating: 0xFF_0000)) * (3736.0 / 0x10000)
        return red + green + blue
    }
}
