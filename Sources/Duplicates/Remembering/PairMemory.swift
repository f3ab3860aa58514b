/// Where a grouping finds what an earlier one learned of pairs, and leaves what the next one may use.
///
/// What is kept says nothing of files, only of content, and holds under a key that names all else it depends on within this
/// module; the caller adds how contents were analyzed. Bytes that cannot be read are as good as none, but bytes that were
/// changed so that they can be are believed: whoever keeps them has to notice that.
public struct PairMemory<Failure: Error> {
    let recall: (_ key: String) -> ArraySlice<UInt8>?
    let keep: (_ record: PairRecord, _ key: String) throws(Failure) -> Void

    /// - Parameters:
    ///   - recall: Gives the bytes that were kept under a key; `nil` for none.
    ///   - keep: Keeps the bytes of a record under a key, in the place of all others.
    public init(
        recall: @escaping (_ key: String) -> ArraySlice<UInt8>?,
        keep: @escaping (_ record: PairRecord, _ key: String) throws(Failure) -> Void
    ) {
        self.recall = recall
        self.keep = keep
    }
}
