/// Where verdicts turn, with the measurements that they rest on.
enum Limits {
    /// The worst tile of a copy, in luma or color; above it alignment and tone curves are tried.
    static let copyTile: Float = 0.72
    /// The same for a copy in other tones or colors, whose curve is never quite straightened out again.
    static let recoloredTile: Float = 1.0
    /// The worst tile from which on a difference is an edit; between the two nothing is proved.
    static let editTile: Float = 1.25
    /// The share of the picture that an alternate may differ in.
    static let editShare: Float = 0.5
    /// The correlation below which nothing more is tried.
    static let strangerCorrelation = 0.2
    /// The warp, in cells, from which on it blurs what it moves.
    static let blurringWarp: Float = 0.2
    /// The mean size of both color differences below which a picture counts as gray, in levels.
    static let grayStrength = 1.5
    /// The shorter side in pixels below which a picture is coarse: cells are then fractions of pixels.
    static let coarseSide = 110
    /// The correlation of fine structure below which pictures are strangers.
    static let relatedCorrelation = 0.45
    /// The correlation of a copy.
    static let copyCorrelation = 0.6
    /// The mean shift of large blocks in luma, in levels, from which on a copy may count as recolored: JPEG 30 shifts by up
    /// to 2.5, and of that a tone curve explains less than half; of a change of gamma, contrast or brightness more than half.
    static let toneShift = 3.0
    /// The same in both color differences: JPEG 30 shifts by up to 5.2 and at most 0.64 of that is explained by one change
    /// of all colors; of saturation, hue and gray at least 0.9.
    static let colorShift = 2.5
    /// What a copy of a flat picture may differ in at the worst 4 x 4 cells of luma, in levels.
    static let flatLuma: Float = 3
    /// What a copy of a flat picture may differ in at the worst 2 x 2 cells of color, in levels.
    static let flatColor: Float = 8
    /// How far the aspect ratios of two flat copies may lie apart, in permille.
    static let flatAspect = 10
}
