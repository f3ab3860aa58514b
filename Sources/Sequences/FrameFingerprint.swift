public import Fingerprints

/// The fingerprint of a frame: PDQ's transform and threshold over exact area means.
///
/// PDQ takes its 64 x 64 samples where its filter puts them, which moves with the size of the picture: at a quarter of the
/// size 16 bits change in the middle, and animations are small. Fed by area means it changes 2 bits there, and can be made of the
/// descriptor of a still. It is about 10 bits from the PDQ of the same picture, so the two are not compared with each other.
public struct FrameFingerprint: Sendable {
    private var grid = PDQGrid()
    private var transform = PDQTransform()
    private var coefficients = [SIMD16<Float>](repeating: SIMD16(), count: 16)

    /// Prepares the transform, which is kept from frame to frame.
    public init() {}

    /// The fingerprint of a picture with these 64 x 64 means of luma, row by row.
    public mutating func fingerprint(of luma: [UInt8]) -> Fingerprint {
        precondition(luma.count == grid.samples.count, "\(luma.count) cells of luma")
        grid.samples = PDQGrid.samples(of: luma)
        transform.transform(grid, into: &coefficients)
        return PDQ(coefficients: coefficients, quality: PDQGrid.quality(of: luma)).fingerprint
    }
}
