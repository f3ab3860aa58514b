extension MatchOptions {
    /// What holds a group together.
    public enum Cluster: String, Sendable, Hashable, CaseIterable {
        /// Every member is a verified copy of the keeper.
        case star
        /// Every member is a verified copy of every other.
        case complete
        /// Every member is a verified copy of another one, and so on to the keeper: a chain may end far from where it began.
        /// A weak link counts only if a third picture is a copy of both.
        case component
    }
}
