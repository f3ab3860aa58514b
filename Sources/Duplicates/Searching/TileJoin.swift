internal import CHamming

/// All pairs by comparing everything with everything.
enum TileJoin {
    /// Rows of a tile: two columns of it, which are all that most rows need, stay in the first-level cache.
    private static let side = 2048

    static func pairs(
        of columns: CodeColumns, within radius: UInt32, kernel: hamming_kernel = hamming_best()
    ) -> [HammingPair] {
        var scan = CrossScan(radius: radius, rows: side, kernel: kernel)
        var found: [HammingPair] = []
        let tiles = stride(from: 0, to: columns.count, by: side).map { $0..<min($0 + side, columns.count) }
        unsafe columns.withPointers { pointers in
            for (index, y) in tiles.enumerated() {
                for x in tiles[0...index] {
                    unsafe scan.compare(x, y, of: pointers) {
                        found.append(HammingPair($0.a, $0.b, distance: Int($0.distance)))
                    }
                }
            }
        }
        return found
    }

    /// All pairs across: of a row before `split` and one from there on.
    static func pairs(
        of columns: CodeColumns, split: Int, within radius: UInt32, kernel: hamming_kernel = hamming_best()
    ) -> [HammingPair] {
        var scan = CrossScan(radius: radius, rows: side, kernel: kernel)
        var found: [HammingPair] = []
        unsafe columns.withPointers { pointers in
            for y in stride(from: split, to: columns.count, by: side) {
                for x in stride(from: 0, to: split, by: side) {
                    let (first, second) = (x..<min(x + side, split), y..<min(y + side, columns.count))
                    unsafe scan.compare(first, second, of: pointers) {
                        found.append(HammingPair($0.a, $0.b, distance: Int($0.distance)))
                    }
                }
            }
        }
        return found
    }
}
