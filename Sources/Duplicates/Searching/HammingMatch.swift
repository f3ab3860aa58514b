/// A code within the radius of the one that was asked for.
public struct HammingMatch: Sendable, Hashable {
    /// Where the code stands in the array that the index was made of.
    public let position: Int
    /// Bits that differ.
    public let distance: Int

    /// The code at `position`, `distance` bits away.
    public init(position: Int, distance: Int) {
        self.position = position
        self.distance = distance
    }
}
