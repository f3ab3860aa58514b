/// Equal codes folded into one, with the positions of all that have it.
package struct FoldedCodes: Sendable {
    /// The distinct codes, by the first position that has each.
    package let codes: [SIMD4<UInt64>]
    /// The same codes in columns.
    let columns: CodeColumns
    /// Positions, grouped by distinct code, ascending in each group.
    private let positions: [UInt32]
    /// Where each group starts, and the end.
    private let starts: [UInt32]

    /// The number of distinct codes.
    package var count: Int { codes.count }

    /// The positions that have the distinct code `node`, ascending.
    package func members(of node: Int) -> ArraySlice<UInt32> {
        positions[Int(starts[node])..<Int(starts[node + 1])]
    }

    init(_ all: [SIMD4<UInt64>]) {
        precondition(all.count < Int(UInt32.max), "\(all.count) codes have no 32-bit positions")
        var first: [SIMD4<UInt64>: UInt32] = [:]
        first.reserveCapacity(all.count)
        var codes: [SIMD4<UInt64>] = []
        var nodes: [UInt32] = []
        nodes.reserveCapacity(all.count)
        for code in all {
            if let node = first[code] {
                nodes.append(node)
            } else {
                first[code] = UInt32(codes.count)
                nodes.append(UInt32(codes.count))
                codes.append(code)
            }
        }
        let sorted = CountingSort(keys: nodes, bound: codes.count)
        positions = sorted.order
        starts = sorted.starts
        columns = CodeColumns(codes)
        self.codes = codes
    }
}
