/// What pictures are recognized by (`fingerprint`).
public struct FingerprintSpec: Sendable, Hashable {
    /// In which positions a picture is still the same.
    public enum Orientations: String, Sendable, Hashable, CaseIterable {
        /// Upright only.
        case none
        /// Mirrored left to right too.
        case mirror
        /// All eight turns and mirrorings.
        case all
    }

    /// What an animation is recognized by.
    public enum Animations: String, Sendable, Hashable, CaseIterable {
        /// All of its frames.
        case frames
        /// Its first frame.
        case first
        /// Nothing: animations take no part.
        case skip
    }

    /// In which positions a picture is still the same.
    public var orientations = Orientations.none
    /// What an animation is recognized by.
    public var animations = Animations.frames

    /// The defaults.
    public init() {}
}
