/// The columns of a cell, with exact weights: as `AreaRows`, seen from the cell.
///
/// In units of 1/cells of a column a cell is `width` wide: it takes all of the columns in `whole`, and parts of the one
/// before and the one behind.
struct AreaColumns {
    /// Columns that lie wholly in the cell.
    let whole: Range<Int>
    /// The column before those, or the only one.
    let first: Int
    /// Its part in the cell, in 1/cells of a column; it may be none.
    let firstWeight: Int
    /// The column behind those; `first` again when its part is none.
    let last: Int
    /// Its part in the cell.
    let lastWeight: Int

    /// The columns of `cell`, one of `cells` over `width` columns.
    init(_ cell: Int, width: Int, cells: Int) {
        let start = cell * width
        let end = start + width
        first = start / cells
        let from = (start + cells - 1) / cells
        let to = end / cells
        if from > to {
            // Narrower than a column, and inside one.
            whole = from..<from
            firstWeight = width
            last = first
            lastWeight = 0
        } else {
            whole = from..<to
            firstWeight = from * cells - start
            lastWeight = end - to * cells
            last = lastWeight > 0 ? to : first
        }
    }
}
