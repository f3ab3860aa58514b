import Duplicates
import Foundation
import Randomness

/// Times all pairs within a radius, and holds samples of them against comparing everything with everything.
struct JoinMeasure {
    let codes: [SIMD4<UInt64>]
    let probes: Int
    let seed: UInt64
    let method: JoinMethod?

    /// Prints a line for the radius, and returns its processor time; `nil` if the join missed or invented a pair.
    func run(radius: Int) -> Double? {
        let (index, folding) = Cost.of { HammingIndex(codes) }
        var generator = SplitMix64(seed: seed &+ UInt64(radius))
        let distinct = index.folded.codes
        var nodes: Set<Int> = []
        while nodes.count < min(probes, distinct.count) { nodes.insert(generator.below(distinct.count)) }
        var count = 0
        var seen: [SIMD2<Int>: Int] = [:]
        let (_, joining) = Cost.of {
            index.visitDistinctPairs(within: radius, method: method) { pairs in
                count += pairs.count
                for pair in pairs where nodes.contains(pair.a) || nodes.contains(pair.b) {
                    seen[SIMD2(pair.a, pair.b), default: 0] += 1
                }
            }
        }
        let cost = Cost(cpu: folding.cpu + joining.cpu, wall: folding.wall + joining.wall, peak: joining.peak)
        let expected = plain(nodes, distinct, radius)
        let isRight = seen == expected
        print(
            String(format: "%9d codes, %9d distinct, %2d bits", codes.count, distinct.count, radius), cost.text,
            String(format: "%10d pairs;", count), "of \(nodes.count) codes against all",
            isRight ? "the same \(expected.count)" : "NOT the same: \(seen.count) instead of \(expected.count)")
        return isRight ? cost.cpu : nil
    }

    /// The pairs of `nodes` with any other code, each once.
    private func plain(_ nodes: Set<Int>, _ distinct: [SIMD4<UInt64>], _ radius: Int) -> [SIMD2<Int>: Int] {
        var pairs: [SIMD2<Int>: Int] = [:]
        let all = distinct.span
        for node in nodes {
            let code = distinct[node]
            for other in 0..<all.count where (all[other] ^ code).setBits <= radius && other != node {
                pairs[SIMD2(min(node, other), max(node, other))] = 1
            }
        }
        return pairs
    }
}
