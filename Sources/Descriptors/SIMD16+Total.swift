extension SIMD16<Float> {
    /// The sum of the lanes, added from the first to the last.
    var total: Double {
        var sum = 0.0
        for lane in 0..<16 { sum += Double(self[lane]) }
        return sum
    }
}
