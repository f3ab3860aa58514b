/// A stable sort of positions by a small key.
struct CountingSort {
    /// Positions of the keys, ascending by key, then position.
    let order: [UInt32]
    /// For each key the place in `order` where its positions start; one more for the end.
    let starts: [UInt32]

    /// Sorts the positions of `keys`, all of which are below `bound`.
    init(keys: [UInt32], bound: Int) {
        var starts = [UInt32](repeating: 0, count: bound + 1)
        for key in keys { starts[Int(key) + 1] += 1 }
        for key in 0..<bound { starts[key + 1] += starts[key] }
        var next = starts
        var order = [UInt32](repeating: 0, count: keys.count)
        for (position, key) in keys.enumerated() {
            order[Int(next[Int(key)])] = UInt32(position)
            next[Int(key)] += 1
        }
        self.order = order
        self.starts = starts
    }
}
