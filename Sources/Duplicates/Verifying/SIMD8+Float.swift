extension SIMD8<Float> {
    /// The sum of the lanes, added from the first to the last.
    var total: Double {
        var sum = 0.0
        for lane in 0..<8 { sum += Double(self[lane]) }
        return sum
    }

    /// The absolute value of each lane.
    @inline(__always)
    var magnitude: SIMD8<Float> {
        // All patterns are valid on both sides; the sign is the highest bit.
        unsafe unsafeBitCast(unsafeBitCast(self, to: SIMD8<UInt32>.self) & 0x7FFF_FFFF, to: SIMD8<Float>.self)
    }

    /// The larger of each two lanes, neither of which is NaN.
    @inline(__always)
    func larger(_ other: SIMD8<Float>) -> SIMD8<Float> { replacing(with: other, where: other .> self) }

    /// The smaller of each two lanes, neither of which is NaN.
    @inline(__always)
    func smaller(_ other: SIMD8<Float>) -> SIMD8<Float> { replacing(with: other, where: other .< self) }

    /// Each lane rounded to an integer; lanes are between 0 and 2^22.
    @inline(__always)
    var rounded: SIMD8<UInt32> {
        // Adding 2^23 leaves the integer in the low bits of the pattern.
        unsafe unsafeBitCast(self + 8_388_608, to: SIMD8<UInt32>.self) & 0x7F_FFFF
    }
}
