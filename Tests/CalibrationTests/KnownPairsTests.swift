import Calibration
import Duplicates
import Testing

@Suite struct KnownPairsTests {
    /// Four subjects with all that can be made of them.
    private static let samples: [Sample] = {
        var samples: [Sample] = []
        for subject in 0..<4 {
            let raster = Patches.raster(seed: UInt64(subject) + 10)
            samples.append(Sample(raster, subject: subject, change: nil, name: "\(subject)"))
            for (number, change) in Change.common(.program).enumerated() where number % 4 == subject {
                // An encoder that refuses leaves one out, and then the tests below fail.
                let made = try? change.sample(of: raster, named: "\(subject)", at: (subject, number), seed: 5)
                if let made { samples.append(made.sample) }
            }
        }
        for ticket in samples.indices { samples[ticket].picture.ticket = ticket }
        return samples
    }()

    private func pairs(_ radii: [Int], reach: MatchOptions.Reach = .parts) -> KnownPairs {
        KnownPairs(Self.samples, options: MatchOptions(reach: reach), radii: radii)
    }

    @Test func `every changed picture is paired with its original`() {
        let pairs = pairs([31])
        #expect(pairs.own.count == Self.samples.count - 4)
        for pair in pairs.own {
            #expect(Self.samples[pair.first].change == nil)
            #expect(Self.samples[pair.second].change == pair.change)
            #expect(Self.samples[pair.first].subject == Self.samples[pair.second].subject)
        }
        let sizes = (0..<4).map { subject in Self.samples.count { $0.subject == subject } }
        let all = Self.samples.count * (Self.samples.count - 1) / 2
        #expect(pairs.strangerCount == all - sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
    }

    @Test(arguments: [MatchOptions.Reach.whole, .borders, .parts])
    func `one search at many radii finds what a search at each finds`(reach: MatchOptions.Reach) {
        let radii = [0, 8, 31, 64, 80]
        let swept = pairs(radii, reach: reach)
        for radius in radii {
            let alone = pairs([radius], reach: reach)
            #expect(alone.own.map { $0.radius != nil } == swept.own.map { ($0.radius ?? .max) <= radius })
            let found = swept.strangers.filter { ($0.radius ?? .max) <= radius }
            #expect(alone.strangers.map { [$0.first, $0.second] } == found.map { [$0.first, $0.second] })
        }
    }

    @Test func `a sweep counts each pair at every radius that reaches it`() {
        let radii = [4, 31]
        var sweep = Sweep(radii: radii, changes: 2, strangerPairs: 9)
        let copy = Expectation(truth: .copy, relations: [.reencoded])
        let alternate = Expectation(truth: .alternate, relations: [.alternate])
        func pair(_ change: Int?, _ radius: Int?) -> KnownPair {
            KnownPair(first: 0, second: 1, change: change, radius: radius)
        }
        sweep.count(pair(0, 4), distance: 2, relation: .reencoded, expected: copy)
        sweep.count(pair(0, 31), distance: 20, relation: .resized, expected: copy)
        sweep.count(pair(0, nil), distance: 90, relation: nil, expected: copy)
        sweep.count(pair(1, 4), distance: 3, relation: .alternate, expected: alternate)
        sweep.count(pair(1, 31), distance: 9, relation: .reencoded, expected: alternate)
        sweep.count(pair(nil, 31), distance: 30, relation: .near, expected: nil)
        #expect(sweep.changes[0].pairs == 3)
        #expect(sweep.changes[0].found == [1, 2])
        #expect(sweep.changes[0].copies == [1, 2])
        #expect(sweep.changes[0].named == 1)
        #expect(sweep.changes[1].within == [1, 2])
        #expect(sweep.changes[1].copies == [0, 1])
        #expect(sweep.strangers.pairs == 9)
        let verified = sweep.verified(copies: [0])
        #expect(verified.map(\.right) == [1, 2] && verified.map(\.wrong) == [0, 1])
        #expect(verified.last(within: 0.9)?.radius == 4)
        #expect(verified.last(within: 0.6)?.radius == 31)
        let alone = sweep.alone(copies: [0])
        #expect(alone.map(\.wrong) == [1, 3])
        #expect(alone.last(within: 0.9) == nil)
        #expect(alone.first(asGoodAs: alone[0])?.radius == 4)
    }
}
