/// How many of those that were called something are it, and how many of those that are it were called so.
public struct Rates: Sendable, Hashable {
    /// Called so, and right.
    public var right = 0
    /// Called so, and wrong.
    public var wrong = 0
    /// Not called so, though it is.
    public var missed = 0

    /// The share of the called ones that are right; `nil` where nothing was called so.
    public var precision: Double? { Self.share(right, right + wrong) }
    /// The share of the true ones that were called so; `nil` where there are none.
    public var recall: Double? { Self.share(right, right + missed) }
    /// The harmonic mean of both.
    public var f1: Double? { Self.share(2 * right, 2 * right + wrong + missed) }

    /// Counts of nothing.
    public init() {}

    private static func share(_ part: Int, _ whole: Int) -> Double? {
        whole == 0 ? nil : Double(part) / Double(whole)
    }
}
