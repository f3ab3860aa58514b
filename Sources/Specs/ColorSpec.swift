/// What is said of colors (`colors`).
public struct ColorSpec: Sendable, Hashable {
    /// How many colors a palette has, 2 to 20.
    public var palette = 14

    /// The defaults.
    public init() {}
}
