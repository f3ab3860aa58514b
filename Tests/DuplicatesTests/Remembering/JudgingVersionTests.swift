import Duplicates
import Sequences
import Testing

/// Verdicts are remembered under a version: whoever changes them has to raise it.
@Suite struct JudgingVersionTests {
    /// The version that these sums belong to. When they differ, raise `PairVerdict.version` and put down here what is printed.
    private static let known = (
        version: 1, pairs: 15_579_722_457_307_378_052 as UInt64, groups: 15_914_418_189_092_186_221 as UInt64
    )

    /// FNV-1a, of 64 bits.
    private func sum(_ lines: [String]) -> UInt64 {
        lines.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private func line(_ verdict: PairVerdict) -> String {
        let evidence = verdict.evidence
        let numbers = [
            evidence.distance, evidence.orientation, evidence.correlation, evidence.lumaResidual, evidence.worstTile,
            evidence.worstColorTile, evidence.differingShare, evidence.toneShift, evidence.colorShift, evidence.gain,
            evidence.bias,
        ]
        let boxes = [evidence.box, evidence.placement].map { box in
            box.map { "\($0.x),\($0.y),\($0.width),\($0.height)" } ?? "none"
        }
        let frames = evidence.frames.map { "\($0.relation) \($0.motion) \($0.tempo) \($0.drift)" } ?? "still"
        return "\(verdict.relation) \(numbers) \(boxes) \(frames) \(verdict.words)"
    }

    @Test func `verdicts on the same pairs are the same as long as the version is`() {
        let pictures = Album.collection(Array(Album.pictures.indices))
        var lines: [String] = []
        for (place, one) in pictures.enumerated() {
            for other in pictures[(place + 1)...].prefix(14) {
                lines.append(line(PairVerdict.compare(one, other, orientations: .all, reach: .parts)))
            }
        }
        let pairs = sum(lines)
        // What is looked at counts as well: a pair that no search finds has no verdict.
        let found = MatchOptions.Reach.allCases.flatMap { reach in
            Deduplication(of: pictures, options: MatchOptions(orientations: .all, reach: reach)).kinships.map {
                "\($0.a) \($0.b) \(line($0.verdict))"
            }
        }
        let groups = sum(found)
        #expect(PairVerdict.version == Self.known.version)
        #expect(pairs == Self.known.pairs && groups == Self.known.groups, "pairs: \(pairs), groups: \(groups)")
    }
}
