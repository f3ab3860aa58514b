extension MatchOptions {
    /// How much of one picture has to be in the other for the two to be compared.
    public enum Reach: String, Sendable, Hashable, CaseIterable {
        /// All of it, to a percent or two.
        case whole
        /// All but uniform borders, letterboxes and bars with words.
        case borders
        /// Four fifths of its width and height, wherever they lie; and a picture of which a part is covered.
        case parts
    }
}
