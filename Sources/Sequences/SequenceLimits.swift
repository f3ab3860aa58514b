/// Where verdicts on animations turn.
enum SequenceLimits {
    /// Bits by which the fingerprints of a still and the frame that it is may differ.
    static let stillBits = 40
    /// The quality of a frame that shows nothing: one color, or nearly.
    static let blankQuality = 5
    /// What a luma cell of a frame and of its copy may differ by, in levels, beyond what differs in all frames. Drawn animations at half
    /// of 176 pixels, as GIF of 32 colors and as WebP 30: 3 to 7; another expression 8 to 30.
    static let luma = 10
    /// The same for color.
    static let color = 14
    /// What a luma cell of a still and a frame may differ by.
    static let stillLuma = 10
    /// What a luma cell may differ by in all frames before it counts as a change of the picture.
    static let offset = 14
    /// The mean square of what damage does to luma cells, about: less movement than that decides nothing about who is whose partner.
    static let damage: Float = 8
    /// The least correlation of movements of copies.
    static let motion = 0.85
    /// The range of the cell that moves most, in levels, below which compression alone may look like movement.
    static let faintPeak = 5
    /// The part of an animation, in permille, that has to be in the other for it to be called the same.
    static let covered = 800
    /// The same of one that is cut out of the other, which has frames of no other kind.
    static let contained = 950
    /// The part of the longer one that a cut one has to have to be called a copy and not an excerpt.
    static let kept = 250
}
