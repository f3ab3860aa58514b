/// The lists that a truth file may have, by their keys.
enum TruthList: String, CaseIterable {
    /// Copies of one picture; pictures of different groups are different.
    case groups
    /// Two pictures and how they are related.
    case pairs
    /// Copies of one picture; what is in different lists may be copies too.
    case duplicates
    /// The same for those that are copies once they are turned.
    case invariant
    /// Files of the same bytes.
    case identical
    case byteIdentical = "byte_identical"
    /// Files of the same pixels.
    case samePixels = "same_pixels"
    case pixelIdentical = "pixel_identical"
    /// Versions of one drawing, which are no copies.
    case alternates
    /// Pictures that have nothing to do with each other.
    case distinct
    case lookalikes

    /// Keys that say nothing of pairs.
    static let others = ["schema", "rule", "meta", "files", "complete"]

    /// Whether `relation` is a note there, as the key says what is meant.
    var hasNotes: Bool { self != .groups && self != .pairs }
}
