/// Where verdicts turn, with the measurements that they rest on.
///
/// Measured over 94 pictures (photographs, drawings, sprites, emoji) in about 50 variants each, at most 31 bits apart. A
/// *worst tile* is its mean difference over what even damage explains, the larger of luma's and color's.
enum Limits {
    /// The middle of the differences up to which damage explains more in a tile, in levels: of copies in the same tones 99 of
    /// 100 have less, and beyond it is no encoder's.
    static let evenDamage: Float = 1.5
    /// The middle of the differences that a copy in other tones may have.
    static let recoloredDamage: Float = 4
    /// The correlation of fine structure of a copy that was moved to lie on the other: 0.93 and more for 99 of 100.
    static let placedCorrelation = 0.9
    /// What nine tiles of ten stay below where a picture was resized, blurred or compressed, at least: in levels.
    static let leastSpread: Float = 0.25
    /// The shift of luma from which on even damage may be that of a filter, which changes contrast too.
    static let filteredTone = 6.0
    /// What nine tiles of ten stay below counts as damage up to this, in levels.
    static let patchyDamage: Float = 2.5
    /// The worst tile above which alignment, tone curves and a smoothed look are tried.
    static let doubtfulTile: Float = 0.72
    /// The worst tile of a copy.
    static let copyTile: Float = 0.95
    /// The same for a copy that lies in the other, or the other in it: what was cut is sampled anew, between its cells.
    static let placedTile: Float = 1.3
    /// The worst tile from which on it matters whether it stands alone, and by how much it has to exceed all others once
    /// both are smoothed: another mouth in a line drawing at JPEG 30 by 3.4 and more, 2 of 1,300 copies by more than 3.
    static let loneTile: Float = 0.6
    static let loneProminence: Float = 3
    /// The worst tile from which on a difference is an edit; between the two nothing is proved. Of 336 drawn edits of 5 to 30 %
    /// of the shorter side, 95 % lie above 1.4; of 746 that were then recompressed, 90 %.
    static let editTile: Float = 1.1
    /// The share of the picture that an alternate may differ in.
    static let editShare: Float = 0.5
    /// The share of an edit that is left out of the correlation.
    static let smallEdit: Float = 0.15
    /// The share up to which it is left out without asking what the rest says.
    static let tinyEdit: Float = 0.1
    /// The correlation of the rest, from which on more is left out.
    static let healedCorrelation = 0.7
    /// The correlation of fine structure below which nothing more is tried: 779 of 780 pairs of strangers are below 0.13.
    static let strangerCorrelation = 0.2
    /// The correlation of fine structure below which pictures are strangers. One pair of those 780 is above, with 0.49: two
    /// photographs of one kind of object, 48 bits apart and so no candidates.
    static let relatedCorrelation = 0.45
    /// The correlation of a copy: 0.98 and more for 95 % of re-encodings and sizes.
    static let copyCorrelation = 0.6
    /// The correlation of a copy in other tones or colors, which nothing of structure is lost by: of copies that were cut as
    /// well, and seem to be in other tones before they are aligned, all have 0.81.
    static let recoloredCorrelation = 0.8
    /// The same in permille from which on a copy needs no other look: below it, it may be a crop that lies almost right.
    static let surePermille = 900
    /// The same below which a picture may lie better turned than upright.
    static let otherwayPermille = 600
    /// The same from which on a link holds a component together without a third picture.
    static let strongPermille = 950
    /// The same from which on a picture lies right, and nothing but a border is looked for: a crop of 3 percent has less.
    static let liesRightPermille = 800
    /// The warp, in cells, below which a picture that lies right was not cut either: a crop of a percent has more.
    static let restlessWarp: Float = 0.15
    /// The warp, in cells, from which on it blurs what it moves.
    static let blurringWarp: Float = 0.2
    /// The mean size of both color differences below which a picture counts as gray, in levels.
    static let grayStrength = 1.5
    /// The shorter side in pixels below which a picture is coarse: cells are then fractions of pixels.
    static let coarseSide = 110
    /// The mean shift of large blocks in luma, in levels, from which on a copy may count as recolored: JPEG 30 shifts by up
    /// to 2.5, and of that a tone curve explains less than half; of a change of gamma, contrast or brightness more than half.
    static let toneShift = 3.0
    /// The shift of luma from which on tones were certainly changed, with clipped colors beside.
    static let strongTone = 15.0
    /// The worst tile of a copy whose tones were changed as much: clipping is not quite undone by any curve.
    static let clippedTile: Float = 1.3
    /// The mean difference in color that no change of all colors explains, from which on a part was painted over.
    static let repainted = 4.5
    /// The same where tones or colors changed strongly all over.
    static let strongRepainted = 9.0
    /// The share of a shift of color that one change of all colors leaves unexplained: less than this, and it is such a
    /// change; more, and some things have another color now.
    static let unexplainedColor = 0.3
    /// The shift of color from which on it certainly changed all over.
    static let strongColor = 25.0
    /// The same in both color differences: JPEG 30 shifts by up to 5.2 and at most 0.64 of that is explained by one change
    /// of all colors; of saturation, hue and gray at least 0.9.
    static let colorShift = 3.0
    /// How far an edge has to be moved for a picture to count as a part of the other, in permille of the sides: a resizer
    /// moves edges by less than 5.
    static let croppedShift = 7
    /// The same from which on so much was moved that sampling it anew makes a difference of its own.
    static let movedShift = 20
    /// The same below which nothing was moved that a plain comparison would not have found.
    static let leastShift = 4
    /// How far the aspect ratio of a part may lie from that of the picture that shows it, as a share: nobody cuts and
    /// stretches, and strangers of a few smooth shapes are alike when they are stretched enough.
    static let partAspect: Float = 0.06
    /// How far the edges of what lies inside a border may be from where the border ends, in permille of the sides.
    static let borderEdge = 12
    /// How many of the places where the keys of two pictures agree are looked at.
    static let placesTried = 2
    /// Bits in which the keys of pictures inside their borders may differ where parts are not looked for: a million of them
    /// are joined in a fifth of the time that 63 bits take.
    static let borderRadius = 47
    /// Bits in which the fingerprints of a picture and of its negative agree at most.
    static let negativeAgreement = 31
    /// What a copy of a flat picture may differ in at the worst 4 x 4 cells of luma, in levels.
    static let flatLuma: Float = 3
    /// What a copy of a flat picture may differ in at the worst 2 x 2 cells of color, in levels.
    static let flatColor: Float = 8
    /// How far the aspect ratios of two flat copies may lie apart, in permille.
    static let flatAspect = 10
}
