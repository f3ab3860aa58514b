extension MatchOptions {
    /// How much of one picture has to be in the other for the two to be compared.
    public enum Reach: String, Sendable, Hashable, CaseIterable {
        /// As far as it costs less than reading the pictures did: parts among 1,000 pictures, borders among more.
        case automatic
        /// All of it, to a percent or two.
        case whole
        /// All but uniform borders, letterboxes and bars with words.
        case borders
        /// Four fifths of its width and height, wherever they lie; and a picture of which a part is covered. The cost grows
        /// with the square of the number of pictures.
        case parts

        /// What it is among `count` pictures.
        package func resolved(for count: Int) -> Reach {
            guard self == .automatic else { return self }
            return count <= 1000 ? .parts : .borders
        }
    }
}
