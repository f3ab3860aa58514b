extension Span<Float> {
    /// Sixteen elements from `index` on.
    ///
    /// - Precondition: `index` and `index + 15` are in the span; it is not checked.
    @unsafe @inline(__always)
    func sixteen(at index: Int) -> SIMD16<Float> {
        // The caller answers for the range; a Float may be loaded from any address.
        unsafe withUnsafeBytes {
            unsafe $0.loadUnaligned(fromByteOffset: index * MemoryLayout<Float>.stride, as: SIMD16<Float>.self)
        }
    }
}

extension SIMD16<Float> {
    /// The sum of the lanes, added from the first to the last.
    var total: Double {
        var sum = 0.0
        for lane in 0..<16 { sum += Double(self[lane]) }
        return sum
    }
}
