extension MatchOptions {
    /// What part animations take.
    public enum Animations: String, Sendable, Hashable, CaseIterable {
        /// All frames are compared, in order; a still is looked for among them. Where nobody looked at the frames, an animation
        /// and anything else are at most `near`, unless the bytes or the pixels of all frames are the same.
        case frames
        /// First frames decide: animations whose first frames are copies are copies, and a still is a `stillOf`.
        case first
        /// None: they are not grouped, whatever they are like.
        case skip
    }
}
