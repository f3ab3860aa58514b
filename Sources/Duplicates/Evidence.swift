public import Sequences

/// What a verdict on two pictures rests on, as integers, so that it is written the same everywhere.
///
/// Of two pictures the one whose digest sorts earlier is the first, whichever was named first. Gain, bias and orientation
/// go from the second to the first, and the box lies in the first.
public struct Evidence: Sendable, Hashable {
    /// Bits in which the fingerprints differ.
    @Compact public var distance = 0
    /// What has to be done to the second picture to lie on the first: 1 for nothing, else an orientation of EXIF. All else
    /// is measured after that.
    @Compact public var orientation = 1
    /// Correlation of what is finer than a few cells, in permille; 1000 for the same picture, near 0 for strangers.
    @Compact public var correlation = 0
    /// The middle of the differences in luma that are left after tone is taken out, in 1/1000 level.
    @Compact public var lumaResidual = 0
    /// The worst tile's difference in luma held against what even damage explains: 1000 is the limit of that.
    @Compact public var worstTile = 0
    /// The same for color.
    @Compact public var worstColorTile = 0
    /// The share of the picture in tiles that even damage does not explain, in permille.
    @Compact public var differingShare = 0
    /// Where those tiles lie.
    public var box: PermilleBox?
    /// Where the second picture lies in the first, if that is not all of it: beyond the edges if the first is a part of the
    /// second.
    public var placement: PermilleBox?
    /// The mean difference in tone of large blocks, in 1/1000 level.
    @Compact public var toneShift = 0
    /// The mean difference in color of large blocks, both color differences together, in 1/1000 level.
    @Compact public var colorShift = 0
    /// Contrast of the one over that of the other, in permille.
    @Compact public var gain = 1000
    /// What is then added, in 1/1000 level.
    @Compact public var bias = 0
    /// What the frames of animations say, where they decided; else everything here is of first frames alone.
    public var frames: SequenceVerdict? {
        get { byFrames.first }
        set { byFrames = newValue.map { [$0] } ?? [] }
    }
    /// One or none: it is large, and few pairs have it.
    private var byFrames: [SequenceVerdict] = []

    /// Evidence of two pictures that differ in nothing.
    public init() {}
}
