public import Fingerprints

/// One frame of an animation as it is remembered: its fingerprint, and a small raster that tells apart what the
/// fingerprint cannot.
///
/// An expression changes fewer bits of a fingerprint than a compression does, and most of what moves in an animation is as
/// small as that. So frames are compared in cells too.
public struct SequenceFrame: Sendable, Hashable {
    /// Luma cells a side.
    static let lumaSide = 16
    /// Cells a side of each color difference.
    static let colorSide = 4
    /// Luma cells, row by row.
    static let lumaCount = lumaSide * lumaSide
    /// All cells: luma, then Cb, then Cr.
    public static let cellCount = lumaCount + 2 * colorSide * colorSide

    /// The fingerprint of the composited frame, by `FrameFingerprint`.
    public let fingerprint: Fingerprint
    /// Means of luma in 16 x 16 cells, then of Cb and of Cr in 4 x 4, row by row; 0 to 255, gray is 128.
    public let cells: [UInt8]

    /// Takes the cells as they are.
    ///
    /// - Precondition: there are `cellCount`.
    public init(fingerprint: Fingerprint, cells: [UInt8]) {
        precondition(cells.count == Self.cellCount, "\(cells.count) cells of a frame")
        self.fingerprint = fingerprint
        self.cells = cells
    }
}
