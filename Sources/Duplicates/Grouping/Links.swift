/// Which edges each picture has a part in: two arrays of numbers, since an array for each picture would be an allocation each.
struct Links {
    /// The edges of each place, those of one place in their order, one place behind the other.
    private var numbers: [UInt32]
    /// Where those of each place begin; one more for the end.
    private var starts: [UInt32]

    /// The links of `count` places.
    init(_ edges: [Edge], count: Int) {
        starts = [UInt32](repeating: 0, count: count + 2)
        for edge in edges {
            starts[edge.a + 2] += 1
            starts[edge.b + 2] += 1
        }
        for place in 2..<max(2, starts.count) { starts[place] += starts[place - 1] }
        numbers = [UInt32](repeating: 0, count: 2 * edges.count)
        for (number, edge) in edges.enumerated() {
            for place in [edge.a, edge.b] {
                // What comes before a place is counted one further up, so that filling it moves its start where it belongs.
                numbers[Int(starts[place + 1])] = UInt32(number)
                starts[place + 1] += 1
            }
        }
    }

    /// The edges that the picture at `place` has a part in, in their order.
    subscript(place: Int) -> ArraySlice<UInt32> { numbers[Int(starts[place])..<Int(starts[place + 1])] }

    /// All places of `places` that `wanted` is true of, those that edges join one behind the other.
    func components(of edges: [Edge], among places: [Int], where wanted: (Int) -> Bool) -> [[Int]] {
        var isSeen = [Bool](repeating: false, count: starts.count - 2)
        var components: [[Int]] = []
        for place in places where !isSeen[place] && wanted(place) {
            var component = [place]
            isSeen[place] = true
            var next = 0
            while next < component.count {
                for number in self[component[next]] {
                    let edge = edges[Int(number)]
                    for other in [edge.a, edge.b] where !isSeen[other] {
                        isSeen[other] = true
                        component.append(other)
                    }
                }
                next += 1
            }
            components.append(component)
        }
        return components
    }
}
