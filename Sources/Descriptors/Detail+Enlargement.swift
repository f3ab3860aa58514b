extension Detail {
    /// How much finer than `smaller` this picture's detail is at the same places, as the ratio of their curvatures: about
    /// 1 or less when this one was enlarged from it, more when it is the original of a reduced copy.
    ///
    /// - Parameters:
    ///   - smaller: The detail of a picture of the same content with fewer pixels.
    ///   - across: How many times wider this picture is.
    ///   - down: How many times higher.
    ///   - lag: The lag in the smaller picture; with 1 the finest detail that it can have.
    package func ratio(to smaller: Detail, across: Double, down: Double, lag: Int) -> Double {
        let own =
            0.7 * Self.value(of: horizontal, at: Double(lag) * across)
            + 0.3 * Self.value(of: vertical, at: Double(lag) * down)
        let other =
            0.7 * Self.value(of: smaller.horizontal, at: Double(lag))
            + 0.3 * Self.value(of: smaller.vertical, at: Double(lag))
        // A twentieth of a squared level keeps flat pictures from dividing nothing by nothing.
        return (own + 0.8) / (other + 0.8)
    }
}
