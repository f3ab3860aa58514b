/// Why a record of pairs is not believed; everything is then looked for anew.
enum PairRecordError: Error, Hashable {
    /// It ends too early.
    case cutShort
    /// It goes on behind its end.
    case tooLong
    /// The number that ends before this byte cannot stand there.
    case outOfRange(at: Int)
    /// Contents are not in their order.
    case disordered
}
