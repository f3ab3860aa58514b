package import Rasters

/// Two samples of which it is known what they are to each other.
package struct KnownPair: Sendable, Hashable {
    /// The place of one among the samples: the original, or the one with the smaller place.
    package let first: Int
    /// The place of the other.
    package let second: Int
    /// The place of the change that made the second of the first; `nil` for pictures of different subjects.
    package let change: Int?
    /// The smallest of the radii at which the search for candidates finds the pair, in bits; `nil` where none does.
    package let radius: Int?
    /// What may have been done to the second, where that is why the search finds the pair.
    package let turns: [Orientation]

    /// A pair.
    package init(first: Int, second: Int, change: Int?, radius: Int?, turns: [Orientation] = []) {
        self.first = first
        self.second = second
        self.change = change
        self.radius = radius
        self.turns = turns
    }
}
