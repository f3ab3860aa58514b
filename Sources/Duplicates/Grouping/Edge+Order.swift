extension [Edge] {
    /// Puts the edges into the one order that groups are made in, whatever search found which first: by the smaller of the two
    /// tickets, then by the other. Of a pair that two searches found, which then have the same verdict, one edge is left.
    mutating func sort(byTicketsOf pictures: [PictureFacts]) {
        func tickets(_ edge: Edge) -> SIMD2<Int> {
            let (one, other) = (pictures[edge.a].ticket, pictures[edge.b].ticket)
            return SIMD2(Swift.min(one, other), Swift.max(one, other))
        }
        sort {
            let (first, second) = (tickets($0), tickets($1))
            return first[0] != second[0] ? first[0] < second[0] : first[1] < second[1]
        }
        var kept = 0
        for place in indices {
            if kept > 0, tickets(self[kept - 1]) == tickets(self[place]) { continue }
            if kept != place { self[kept] = self[place] }
            kept += 1
        }
        removeSubrange(kept...)
    }
}
