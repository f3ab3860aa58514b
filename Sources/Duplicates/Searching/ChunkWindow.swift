/// One chunk of a code and the four behind it, round the ring.
struct ChunkWindow {
    /// The chunk itself.
    let value: UInt16
    /// The two chunks behind it.
    let near: UInt32
    /// The two behind those.
    let far: UInt32

    @inline(__always)
    init(_ code: SIMD4<UInt64>, at chunk: Int) {
        let shift = UInt64((chunk & 3) * 16)
        let (word, next) = (code[chunk >> 2], code[(chunk >> 2 + 1) & 3])
        // Shifted by 64 where `shift` is 0, which is 0 in Swift.
        let low = word >> shift | next << (64 - shift)
        let high = next >> shift
        value = UInt16(truncatingIfNeeded: low)
        near = UInt32(truncatingIfNeeded: low >> 16)
        far = UInt32(truncatingIfNeeded: low >> 48 | high << 16)
    }
}
