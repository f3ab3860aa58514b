/// Who has each of some distinct codes.
package struct FoldedOwners: Sendable {
    /// The number of distinct codes.
    package let count: Int
    /// Positions, grouped by distinct code, ascending in each group; empty where no two codes are equal.
    let positions: [UInt32]
    /// Where each group starts, and the end.
    let starts: [UInt32]

    /// The positions that have the distinct code `node`, ascending.
    package func members(of node: Int) -> ArraySlice<UInt32> {
        if positions.isEmpty { return [UInt32(node)] }
        return positions[Int(starts[node])..<Int(starts[node + 1])]
    }

    /// How many positions have the distinct code `node`.
    package func memberCount(of node: Int) -> Int {
        positions.isEmpty ? 1 : Int(starts[node + 1] - starts[node])
    }
}
