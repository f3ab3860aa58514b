internal import CHamming

/// All pairs by comparing everything with everything.
enum TileJoin {
    /// Rows of a tile: two columns of it, which are all that most rows need, stay in the first-level cache.
    private static let side = 2048

    /// Hands over all pairs in lots.
    static func visit<Failure: Error>(
        _ columns: CodeColumns, within radius: UInt32, kernel: hamming_kernel = hamming_best(),
        _ body: ([HammingPair]) throws(Failure) -> Void
    ) throws(Failure) {
        let tiles = tiles(from: 0, to: columns.count)
        var scan = CrossScan(radius: radius, rows: side, kernel: kernel)
        for (index, y) in tiles.enumerated() {
            for x in tiles[0...index] {
                let found = scan.pairs(x, y, of: columns)
                if !found.isEmpty { try body(found) }
            }
        }
    }

    /// Hands over all pairs across: of a row before `split` and one from there on.
    static func visit<Failure: Error>(
        _ columns: CodeColumns, split: Int, within radius: UInt32, kernel: hamming_kernel = hamming_best(),
        _ body: ([HammingPair]) throws(Failure) -> Void
    ) throws(Failure) {
        var scan = CrossScan(radius: radius, rows: side, kernel: kernel)
        for y in tiles(from: split, to: columns.count) {
            for x in tiles(from: 0, to: split) {
                let found = scan.pairs(x, y, of: columns)
                if !found.isEmpty { try body(found) }
            }
        }
    }

    private static func tiles(from start: Int, to end: Int) -> [Range<Int>] {
        stride(from: start, to: end, by: side).map { $0..<min($0 + side, end) }
    }
}
