/// Main color and palette of a picture, as `#RRGGBB`.
public struct ColorSection: Sendable, Hashable {
    /// The algorithm and its version: `color-thief-oklch/1`.
    public var method: String
    /// The main color.
    public var main: String
    /// The palette, in the algorithm's order.
    public var palette: [String]
    /// The share of each palette color in the picture, in permille.
    public var shares: [Int]

    /// Colors.
    public init(method: String, main: String, palette: [String], shares: [Int]) {
        self.method = method
        self.main = main
        self.palette = palette
        self.shares = shares
    }
}
