import Codecs
import Fingerprints
import Foundation
import TestSupport
import Testing

/// Real pictures against what `pdqhash` 0.2.8, the reference implementation, gives for them.
@Suite(.enabled(if: Corpus.exists)) struct PeerTests {
    /// One picture's comparison.
    private struct Comparison {
        let path: String
        let isLossless: Bool
        let pdq: PDQ
        let peer: Fingerprint

        /// Different bits whose coefficient is not within rounding of the median.
        ///
        /// Test patterns and flags are so regular that many coefficients are 0 but for rounding, and so is their
        /// median: their bits say in which order the peer added. All bits that differ are of this kind; the largest
        /// distance from the median seen is 6e-4, of coefficients that go up to some thousands.
        var decidedBits: Int {
            let coefficients = pdq.coefficients.flatMap { row in (0..<16).map { Double(row[$0]) } }
            guard coefficients.count == 256 else { return pdq.fingerprint.distance(to: peer) }
            let median = coefficients.sorted()[127]
            let difference = pdq.fingerprint.words ^ peer.words
            return coefficients.indices.count { index in
                difference[index / 64] >> UInt64(index % 64) & 1 == 1 && abs(coefficients[index] - median) > 1e-3
            }
        }
    }

    /// Pictures that the peer saw otherwise: its decoder extends the canvas of this animation.
    private static let seenOtherwise = [
        "gif-test-suite/gifs/animated_transparent_loop_frames_out_of_bounds.gif"
    ]

    /// All pictures that are not flat, with what the peer saw: alpha over white or the picture upright, where these are
    /// different from the picture as stored.
    ///
    /// Left out are pictures that are both, for which there is no reference, and those of 16 bits a channel, which the
    /// peer's decoder cuts to 8 (or clips, if gray) where ours rounds.
    private func comparisons() throws -> [Comparison] {
        let files = try Corpus.expected("peer-hashes")["files"] as? [String: [String: Any]] ?? [:]
        return try files.keys.sorted().compactMap { path in
            guard let stored = files[path], !PeerTests.seenOtherwise.contains(path) else { return nil }
            let variants = [stored["upright"], stored["on_white"]].compactMap { $0 as? [String: Any] }
            let seen = variants.first ?? stored
            guard variants.count < 2, let hexadecimal = seen["pdq"] as? String,
                let quality = seen["pdq_quality"] as? Int, quality >= 50,
                let (pdq, header) = try? HashingSink.pdq(of: try Corpus.file(path)), header.bitDepth <= 8
            else { return nil }
            let peer = try #require(Fingerprint(hexadecimal: hexadecimal, quality: quality))
            return Comparison(path: path, isLossless: header.isLossless, pdq: pdq, peer: peer)
        }
    }

    @Test func `fingerprints are those of the peer`() throws {
        let comparisons = try comparisons()
        #expect(comparisons.count > 300)
        for comparison in comparisons {
            #expect(comparison.decidedBits <= (comparison.isLossless ? 0 : 4), "\(comparison.path)")
            #expect(comparison.pdq.fingerprint.quality == comparison.peer.quality, "\(comparison.path)")
        }
        let equal = comparisons.count { $0.pdq.fingerprint == $0.peer }
        #expect(equal * 100 >= comparisons.count * 80, "\(equal) of \(comparisons.count) are equal")
    }
}
