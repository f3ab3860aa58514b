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
    /// Adds the first `width` bytes of `count` rows to the elements in their places.
    mutating func add(_ rows: Span<UInt8>, pitch: Int, count: Int, width: Int) {
        var sums = mutableSpan
        RowSums.add(rows, pitch: pitch, count: count, width: width, to: &sums)
    }

    /// Adds `weight` times each of the first `width` bytes of a row to the element in its place.
    mutating func add(_ row: Span<UInt8>, weight: UInt16, width: Int) {
        let weights = [weight]
        var sums = mutableSpan
        RowSums.add(row, pitch: width, weights: weights.span, width: width, to: &sums, isFirst: false)
    }
}
