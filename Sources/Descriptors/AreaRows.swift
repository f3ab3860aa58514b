/// Which cells of an area mean each row falls into, and with what weight, exactly.
///
/// `rows` rows are shared out among `cells` cells. In units of 1/cells of a row, row r covers [r * cells, (r + 1) * cells)
/// and cell c covers [c * rows, (c + 1) * rows), so every weight is an integer and a cell's weights add up to `rows`.
struct AreaRows {
    /// What of a row falls into a cell.
    struct Share {
        /// The part of the row that falls into it, in 1/cells of a row.
        let weight: Int
        /// Whether this is the cell's last row.
        let isLast: Bool
    }

    private let rows: Int
    private let cells: Int

    init(rows: Int, cells: Int) {
        self.rows = rows
        self.cells = cells
    }

    /// How many rows from `row` on lie wholly in `cell`.
    func wholeRows(from row: Int, in cell: Int) -> Int {
        row * cells < cell * rows ? 0 : Swift.max(0, (cell + 1) * rows / cells - row)
    }

    /// Whether `cell` ends where row `row` begins.
    func isEnd(_ row: Int, of cell: Int) -> Bool { row * cells == (cell + 1) * rows }

    /// How row `row` falls into `cell`; `nil` when it does not reach that far.
    func share(of row: Int, in cell: Int) -> Share? {
        let start = max(row * cells, cell * rows)
        let end = min((row + 1) * cells, (cell + 1) * rows)
        guard cell < cells, start < end else { return nil }
        return Share(weight: end - start, isLast: end == (cell + 1) * rows)
    }
}
