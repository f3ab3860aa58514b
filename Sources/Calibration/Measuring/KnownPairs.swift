package import Duplicates
internal import Rasters

/// All pairs of samples that say something about a matcher, as the search of the pipeline finds them.
package struct KnownPairs: Sendable {
    /// Each changed picture with its original, found or not, in the order of the samples.
    package let own: [KnownPair]
    /// Pictures of different subjects that are found, in the order of the samples.
    package let strangers: [KnownPair]
    /// How many pairs of different subjects there are.
    package let strangerCount: Int

    private let prepared: [PreparedPicture]
    private let reach: MatchOptions.Reach

    /// How two samples are found: the one with the smaller place is the first.
    private struct Finding {
        let radius: Int
        var turns: [Orientation]
    }

    /// Searches `samples` as grouping does, by `options` and within each of `radii` bits.
    ///
    /// - Parameters:
    ///   - samples: the originals among them have no change; tickets are the places.
    ///   - radii: rising, one at least; they stand in for the distance of `options`.
    package init(_ samples: [Sample], options: MatchOptions, radii: [Int]) {
        let reach = options.reach.resolved(for: samples.count)
        let prepared = samples.map { PreparedPicture($0.picture, reach: reach) }
        (self.reach, self.prepared) = (reach, prepared)
        var options = options
        options.reach = reach
        let found = Self.found(samples, prepared, options, radii)
        var originals: [Int: Int] = [:]
        var sizes: [Int: Int] = [:]
        for (place, sample) in samples.enumerated() {
            if sample.change == nil { originals[sample.subject] = place }
            sizes[sample.subject, default: 0] += 1
        }
        own = samples.enumerated().compactMap { place, sample in
            guard let change = sample.change, let original = originals[sample.subject] else { return nil }
            let finding = found[Self.key(original, place)]
            let turns = finding?.turns ?? []
            return KnownPair(
                first: original, second: place, change: change, radius: finding?.radius,
                turns: original < place ? turns : turns.map(\.inverse))
        }
        strangers = found.sorted { $0.key < $1.key }.compactMap { key, finding in
            let (first, second) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
            guard samples[first].subject != samples[second].subject else { return nil }
            return KnownPair(
                first: first, second: second, change: nil, radius: finding.radius, turns: finding.turns)
        }
        let all = samples.count * (samples.count - 1) / 2
        strangerCount = all - sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }

    /// What the program says of a pair.
    package func verdict(on pair: KnownPair) -> PairVerdict {
        PairVerdict.compare(prepared[pair.first], prepared[pair.second], turns: pair.turns, reach: reach)
    }

    private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

    /// The smallest radius at which each pair is found, and all turns by which it is.
    ///
    /// Parts are looked for once: what a search for them finds does not depend on the distance of whole pictures, but for
    /// what that finds itself.
    private static func found(
        _ samples: [Sample], _ prepared: [PreparedPicture], _ options: MatchOptions, _ radii: [Int]
    ) -> [UInt64: Finding] {
        let facts = samples.map(\.picture.facts)
        let places = Array(samples.indices)
        var found: [UInt64: Finding] = [:]
        var options = options
        for (number, radius) in radii.enumerated() {
            options.maximumDistance = radius
            CandidatePairs.visit(facts, among: places, options: options, picture: { prepared[$0] }) { a, b, turns in
                let turns = a < b ? turns : turns.map(\.inverse)
                var finding = found[key(a, b)] ?? Finding(radius: radius, turns: [])
                finding.turns += turns.filter { !finding.turns.contains($0) }
                found[key(a, b)] = finding
            }
            if number == 0 { options.reach = .whole }
        }
        return found
    }
}
