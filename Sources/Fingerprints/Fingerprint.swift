/// A perceptual fingerprint of 256 bits: pictures that look alike differ in few of them.
public struct Fingerprint: Hashable, Sendable {
    /// The algorithm and its version, as manifests name it: PDQ at full geometry, of the luma of pixels composited on white.
    public static let kind = "pdq/1"

    /// The same, but of the luma that a file codes where it codes luma (JPEG in YCbCr or gray, opaque lossy WebP): within a
    /// few bits of `kind`, and equal to it for everything else.
    public static let codedKind = "pdq/2"

    /// The bits, bit `k` being bit `k % 64` of element `k / 64`.
    ///
    /// Bit `16 * i + j` tells whether the coefficient with `i + 1` half waves down the picture and `j + 1` half waves
    /// across it is above the median of the 256.
    public let words: SIMD4<UInt64>

    /// How much there is to see in the picture: 0 (one color) to 100.
    public let quality: Int

    /// A fingerprint of known bits.
    public init(words: SIMD4<UInt64>, quality: Int) {
        self.words = words
        self.quality = quality
    }

    /// Whether the picture has too little detail to be recognized by its bits, which rounding alone may then flip.
    ///
    /// The limit of 50 is PDQ's own.
    public var isFlat: Bool { quality < 50 }

    /// The number of bits in which the two differ: 0 to 256.
    @inlinable
    public func distance(to other: Fingerprint) -> Int {
        let difference = words ^ other.words
        return difference[0].nonzeroBitCount + difference[1].nonzeroBitCount + difference[2].nonzeroBitCount
            + difference[3].nonzeroBitCount
    }
}
