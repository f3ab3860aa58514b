import Fingerprints

/// Comparisons of fingerprints that leave out bits which rounding decides.
enum Bits {
    /// Whether the bits of all coefficients that lie further than `margin` from their median are as they must be.
    static func agree(_ fingerprint: Fingerprint, with coefficients: [Double], beyond margin: Double) -> Bool {
        let median = coefficients.sorted()[127]
        return coefficients.indices.allSatisfy { index in
            let isSet = fingerprint.words[index / 64] >> UInt64(index % 64) & 1 == 1
            return abs(coefficients[index] - median) <= margin || isSet == (coefficients[index] > median)
        }
    }
}
