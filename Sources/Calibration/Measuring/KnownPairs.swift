package import Duplicates

/// All pairs of samples that say something about a matcher, as the search of the pipeline finds them.
package struct KnownPairs: Sendable {
    /// Each changed picture with its original, found or not, in the order of the samples.
    package let own: [KnownPair]
    /// Pictures of different subjects that are found, in the order of the samples.
    package let strangers: [KnownPair]
    /// How many pairs of different subjects there are.
    package let strangerCount: Int

    /// Searches `samples` as grouping does, by `options` and within each of `radii` bits.
    ///
    /// - Parameters:
    ///   - samples: the originals among them have no change; tickets are the places.
    ///   - radii: rising, one at least; they stand in for the distance of `options`.
    package init(_ samples: [Sample], options: MatchOptions, radii: [Int]) {
        let found = Self.found(samples, options, radii)
        var originals: [Int: Int] = [:]
        var sizes: [Int: Int] = [:]
        for (place, sample) in samples.enumerated() {
            if sample.change == nil { originals[sample.subject] = place }
            sizes[sample.subject, default: 0] += 1
        }
        own = samples.enumerated().compactMap { place, sample in
            guard let change = sample.change, let original = originals[sample.subject] else { return nil }
            return KnownPair(
                first: original, second: place, change: change, radius: found[Self.key(original, place)])
        }
        strangers = found.sorted { $0.key < $1.key }.compactMap { key, radius in
            let (first, second) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
            guard samples[first].subject != samples[second].subject else { return nil }
            return KnownPair(first: first, second: second, change: nil, radius: radius)
        }
        let all = samples.count * (samples.count - 1) / 2
        strangerCount = all - sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }

    private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

    /// The smallest radius at which each pair is found.
    ///
    /// Parts are looked for once: what a search for them finds does not depend on the distance of whole pictures, but for
    /// what that finds itself.
    private static func found(_ samples: [Sample], _ options: MatchOptions, _ radii: [Int]) -> [UInt64: Int] {
        let facts = samples.map(\.picture.facts)
        let places = Array(samples.indices)
        var found: [UInt64: Int] = [:]
        var options = options
        for (number, radius) in radii.enumerated() {
            options.maximumDistance = radius
            CandidatePairs.visit(facts, among: places, options: options, descriptor: { samples[$0].picture.descriptor })
            { a, b in
                let key = key(a, b)
                if found[key] == nil { found[key] = radius }
            }
            if number == 0 { options.reach = .whole }
        }
        return found
    }
}
