internal import Rasters

extension Array {
    /// `count` times `value`, in the memory that the array has.
    mutating func reset(to value: Element, count: Int) {
        if self.count == count {
            var elements = mutableSpan
            for index in elements.indices { elements[index] = value }
        } else {
            removeAll(keepingCapacity: true)
            append(contentsOf: repeatElement(value, count: count))
        }
    }
}

extension [UInt16] {
    /// Adds `weight` times each byte of `bytes` to the element in its place.
    ///
    /// - Precondition: there are at most as many bytes as elements.
    mutating func add(_ bytes: Span<UInt8>, times weight: UInt16) {
        var sums = mutableSpan
        RowSums.add(bytes, times: weight, to: &sums)
    }
}
