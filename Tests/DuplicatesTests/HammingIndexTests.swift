import Duplicates
import Foundation
import Randomness
import Testing

@Suite struct HammingIndexTests {
    private func plainPairs(_ codes: [SIMD4<UInt64>], within radius: Int) -> [HammingPair] {
        var pairs: [HammingPair] = []
        for a in codes.indices {
            for b in codes.indices.dropFirst(a + 1) {
                let distance = Codes.distance(codes[a], codes[b])
                if distance <= radius { pairs.append(HammingPair(UInt32(a), UInt32(b), distance: distance)) }
            }
        }
        return pairs
    }

    @Test(arguments: [0, 7, 15, 16, 31, 40, 47, 63, 90, 256])
    func `all pairs are those of comparing everything with everything`(radius: Int) {
        for (count, seed) in [(0, 1), (1, 2), (2, 3), (70, 4), (257, 5)] {
            let skewed = Codes.clustered(count: count, seed: UInt64(seed))
            #expect(HammingIndex(skewed).pairs(within: radius) == plainPairs(skewed, within: radius))
        }
    }

    @Test(arguments: [0, 6, 15, 16, 20, 31, 33, 47, 63, 80])
    func `buckets and tiles find the same pairs`(radius: Int) {
        for seed: UInt64 in [11, 12] {
            let index = HammingIndex(Codes.clustered(count: radius > 60 ? 1000 : 3000, seed: seed))
            let tiles = index.distinctPairs(within: radius, method: .tiles)
            let buckets = index.distinctPairs(within: radius, method: .buckets)
            #expect(buckets.count == Set(buckets).count)
            #expect(Set(tiles) == Set(buckets))
        }
    }

    @Test func `an index that gives its codes up finds the same pairs`() {
        let codes = Codes.clustered(count: 30_000, seed: 13)
        let index = HammingIndex(codes)
        let owners = index.folded.owners
        #expect(owners.count == index.folded.codes.count)
        let expected = index.distinctPairs(within: 31)
        var found: [HammingPair] = []
        (consume index).joinDistinctPairs(within: 31) { found += $0 }
        #expect(found == expected)
    }

    @Test(arguments: [0, 15, 31, 47, 70])
    func `pairs with something fresh are all pairs but those of two that are not`(radius: Int) {
        for (count, part) in [(0, 2), (1, 2), (300, 1), (300, 3), (3000, 40), (3000, 4000), (40_000, 50)] {
            let codes = Codes.clustered(count: count, seed: 61)
            let index = HammingIndex(codes)
            let fresh = index.folded.codes.indices.filter { $0 % part == part / 2 }
            let isFresh = Set(fresh)
            let expected = index.distinctPairs(within: radius).filter {
                isFresh.contains($0.a) || isFresh.contains($0.b)
            }
            let negatives = index.negatives(within: radius).filter {
                isFresh.contains($0.node) || isFresh.contains($0.other)
            }.map { [$0.node, $0.other].sorted() }
            #expect(
                Set(index.negatives(within: radius, touching: fresh).map { [$0.node, $0.other].sorted() })
                    == Set(negatives))
            var found: [HammingPair] = []
            (consume index).joinDistinctPairs(within: radius, touching: fresh) { found += $0 }
            #expect(found.count == expected.count && Set(found) == Set(expected))
        }
    }

    /// A thousand queries against five hundred codes, random and skewed: a million comparisons in all, near and far.
    @Test func `a million probes miss nothing and invent nothing`() {
        for (codes, seed) in [(Codes.random(count: 500, seed: 21), 22), (Codes.clustered(count: 500, seed: 23), 24)] {
            let index = HammingIndex(codes)
            var generator = SplitMix64(seed: UInt64(seed))
            for probe in 0..<1000 {
                var query = codes[Int(generator.next() % 500)]
                for _ in 0..<generator.next() % 48 {
                    let bit = generator.next() % 256
                    query[Int(bit >> 6)] ^= 1 << (bit & 63)
                }
                let radius = [31, 0, 12, 47, 63][probe % 5]
                var expected: [HammingMatch] = []
                for (position, code) in codes.enumerated() {
                    let distance = Codes.distance(code, query)
                    if distance <= radius { expected.append(HammingMatch(position: position, distance: distance)) }
                }
                #expect(index.matches(of: query, within: radius) == expected)
            }
        }
    }

    @Test(arguments: [0, 15, 31, 47, 70])
    func `pairs across two sets are those of comparing everything with everything`(radius: Int) {
        for (count, others) in [(0, 5), (5, 0), (70, 90), (3000, 2500)] {
            // The same seed and clusters: the sets share codes and neighborhoods.
            let index = HammingIndex(Codes.clustered(count: count, seed: 31))
            let second = Codes.clustered(count: others, seed: 31).map { $0 ^ SIMD4(1, 0, 0, 5) }
            let tiles = index.pairs(with: second, within: radius, method: .tiles).map { SIMD2($0.node, $0.other) }
            let buckets = index.pairs(with: second, within: radius, method: .buckets).map { SIMD2($0.node, $0.other) }
            #expect(tiles.count == Set(tiles).count && buckets.count == tiles.count)
            #expect(Set(tiles) == Set(buckets))
            if count > 100 { continue }
            let all = index.folded.codes.indices.flatMap { node in second.indices.map { SIMD2(node, $0) } }
            let expected = all.filter { Codes.distance(index.folded.codes[$0[0]], second[$0[1]]) <= radius }
            #expect(Set(tiles) == Set(expected))
        }
    }

    @Test(arguments: [0, 1, 500, 40_000])
    func `codes that are mapped in columns give what an index gives`(count: Int) {
        let codes = Codes.clustered(count: count, seed: 41)
        var bytes = Data()
        MappedCodes.append(codes, to: &bytes)
        let mapped = MappedCodes(bytes, count: count)
        let index = HammingIndex(codes)
        for query in Codes.clustered(count: 20, seed: 41) + codes.suffix(3) {
            for radius in [-1, 0, 31, 128, 256] {
                #expect(mapped.matches(of: query, within: radius) == index.matches(of: query, within: radius))
            }
        }
    }

    @Test func `negatives are found from both sides, and only they`() {
        let codes = Codes.clustered(count: 400, seed: 51)
        let index = HammingIndex(codes + codes.map { ~$0 ^ SIMD4(1, 0, 0, 0) })
        let all = index.folded.codes
        let expected = all.indices.flatMap { one in
            all.indices.filter { Codes.distance(all[one], ~all[$0]) <= 31 }.map { SIMD2(one, $0) }
        }
        #expect(expected.count >= 800)
        for method in [JoinMethod.tiles, .buckets] {
            let found = index.negatives(within: 31, method: method).map { SIMD2($0.node, $0.other) }
            #expect(found.count == expected.count && Set(found) == Set(expected))
        }
    }

    @Test func `equal codes are all reported`() {
        let codes = [SIMD4<UInt64>](repeating: SIMD4(1, 2, 3, 4), count: 5) + [SIMD4(1, 2, 3, 5)]
        #expect(HammingIndex(codes).pairs(within: 0).count == 10)
        #expect(HammingIndex(codes).pairs(within: 1).count == 15)
        #expect(HammingIndex(codes).matches(of: codes[0], within: 0).map(\.position) == [0, 1, 2, 3, 4])
    }

    @Test func `a negative radius finds nothing`() {
        let index = HammingIndex(Codes.random(count: 3, seed: 1))
        #expect(index.pairs(within: -1).isEmpty)
        #expect(index.matches(of: .zero, within: -1).isEmpty)
    }
}
