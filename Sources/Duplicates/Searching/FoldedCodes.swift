/// Equal codes folded into one, with the positions of all that have it.
package struct FoldedCodes: Sendable {
    /// The distinct codes, by the first position that has each.
    package private(set) var codes: [SIMD4<UInt64>]
    /// Who has them.
    package let owners: FoldedOwners

    /// The number of distinct codes.
    package var count: Int { owners.count }

    /// The positions that have the distinct code `node`, ascending.
    package func members(of node: Int) -> ArraySlice<UInt32> { owners.members(of: node) }

    /// How many positions have the distinct code `node`.
    package func memberCount(of node: Int) -> Int { owners.memberCount(of: node) }

    /// Hands over the codes, which are 32 bytes each, and has none afterwards.
    mutating func giveUpCodes() -> [SIMD4<UInt64>] {
        defer { codes = [] }
        return codes
    }

    private init(codes: [SIMD4<UInt64>], owners: FoldedOwners) {
        self.codes = codes
        self.owners = owners
    }

    /// Codes of which no two are equal.
    init(distinct codes: [SIMD4<UInt64>]) {
        self.init(codes: codes, owners: FoldedOwners(count: codes.count, positions: [], starts: []))
    }

    init(_ all: [SIMD4<UInt64>]) {
        precondition(all.count < Int(UInt32.max) / 4, "\(all.count) codes have no 32-bit positions")
        let (nodes, first) = Self.nodes(of: all)
        if first.count == all.count {
            // Nothing is folded, so nothing is copied.
            self.init(distinct: all)
            return
        }
        let sorted = CountingSort(keys: nodes, bound: first.count)
        self.init(
            codes: first.map { all[Int($0)] },
            owners: FoldedOwners(count: first.count, positions: sorted.order, starts: sorted.starts))
    }

    /// For each code which distinct one it is, and for each distinct one the first position that has it.
    ///
    /// By an open table of 32-bit numbers, at most half full: a dictionary of codes takes ten times its memory.
    private static func nodes(of all: [SIMD4<UInt64>]) -> (nodes: [UInt32], first: [UInt32]) {
        var size = 16
        while size < all.count * 2 { size *= 2 }
        let empty = UInt32.max
        var table = [UInt32](repeating: empty, count: size)
        var nodes = [UInt32](repeating: 0, count: all.count)
        var first: [UInt32] = []
        let codes = all.span
        for position in 0..<codes.count {
            let code = codes[position]
            var slot = Int(truncatingIfNeeded: hash(code) & UInt64(size - 1))
            while table[slot] != empty, codes[Int(first[Int(table[slot])])] != code { slot = (slot + 1) & (size - 1) }
            if table[slot] == empty {
                table[slot] = UInt32(first.count)
                first.append(UInt32(position))
            }
            nodes[position] = table[slot]
        }
        return (nodes, first)
    }

    /// Near codes are to be far apart in the table, or the runs of a cluster grow long.
    private static func hash(_ code: SIMD4<UInt64>) -> UInt64 {
        var sum: UInt64 = 0
        for word in 0..<4 {
            sum = (sum ^ code[word]) &* 0x9E37_79B9_7F4A_7C15
            sum ^= sum >> 29
        }
        return sum &* 0xBF58_476D_1CE4_E5B9 >> 20
    }
}
