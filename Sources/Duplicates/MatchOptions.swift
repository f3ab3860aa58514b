/// What counts as close, and which of several copies is kept.
public struct MatchOptions: Sendable, Hashable {
    /// Bits in which the fingerprints of a candidate pair may differ.
    public var maximumDistance: Int
    /// The rules by which a keeper is chosen, the weightiest first.
    public var keep: [KeepRule]
    /// In which positions a picture is still the same.
    public var orientations: Orientations
    /// What part animations take.
    public var animations: Animations
    /// Whether parts of pictures are looked for too.
    public var reach: Reach
    /// What holds a group together.
    public var cluster: Cluster

    /// Options; without arguments the defaults of a pipeline file.
    public init(
        maximumDistance: Int = 31, keep: [KeepRule] = KeepRule.standard, orientations: Orientations = .none,
        animations: Animations = .frames, reach: Reach = .automatic, cluster: Cluster = .star
    ) {
        self.maximumDistance = maximumDistance
        self.keep = keep
        self.orientations = orientations
        self.animations = animations
        self.reach = reach
        self.cluster = cluster
    }
}
