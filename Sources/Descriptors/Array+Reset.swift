extension Array where Element: FixedWidthInteger {
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
