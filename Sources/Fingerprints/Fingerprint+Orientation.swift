public import Rasters

extension Fingerprint {
    /// What the fingerprint of the turned picture is, about: that of what a viewer shows for `orientation`.
    ///
    /// Transposing a picture transposes its coefficients, and mirroring it changes the signs of every other column or
    /// row of them. A bit says whether a coefficient is above the median, so a changed sign turns it, but for a
    /// coefficient between the median and its negative: the median is near 0, not 0. `PDQ.orientations` has no such error.
    ///
    /// On bits these are exact: turning by one orientation and then by another is turning by both together, and two
    /// fingerprints are as far apart after turning both as before.
    public func oriented(_ orientation: Orientation) -> Fingerprint {
        // Waves with an odd number of half waves, which are those in even places, change their sign.
        let columns = SIMD4<UInt64>(repeating: 0x5555_5555_5555_5555)
        let rows = SIMD4<UInt64>(repeating: 0x0000_FFFF_0000_FFFF)
        let turned =
            switch orientation {
            case .upright: words
            case .mirrored: words ^ columns
            case .rotated180: words ^ columns ^ rows
            case .flipped: words ^ rows
            case .transposed: transposed
            case .rotatedRight: transposed ^ columns
            case .transversed: transposed ^ columns ^ rows
            case .rotatedLeft: transposed ^ rows
            }
        return Fingerprint(words: turned, quality: quality)
    }

    /// The 16x16 bits with rows and columns exchanged: first single bits, then blocks of 2x2, 4x4 and 8x8 change places.
    private var transposed: SIMD4<UInt64> {
        var bits = words
        // A word has four rows: bits right of the diagonal lie 15 or 30 places before those that they change with.
        let singles = (bits ^ (bits &>> 15)) & SIMD4(repeating: 0x0000_AAAA_0000_AAAA)
        bits ^= singles ^ (singles &<< 15)
        let pairs = (bits ^ (bits &>> 30)) & SIMD4(repeating: 0x0000_0000_CCCC_CCCC)
        bits ^= pairs ^ (pairs &<< 30)
        for (upper, lower) in [(0, 1), (2, 3)] {
            let fours = ((bits[upper] >> 4) ^ bits[lower]) & 0x0F0F_0F0F_0F0F_0F0F
            bits[lower] ^= fours
            bits[upper] ^= fours << 4
        }
        for (upper, lower) in [(0, 2), (1, 3)] {
            let eights = ((bits[upper] >> 8) ^ bits[lower]) & 0x00FF_00FF_00FF_00FF
            bits[lower] ^= eights
            bits[upper] ^= eights << 8
        }
        return bits
    }
}
