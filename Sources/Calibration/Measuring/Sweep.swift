package import Duplicates

/// What a search within each of some radii finds of pairs that are known, and what verdicts then say.
package struct Sweep: Sendable {
    /// What was counted for one change at each radius, or for a sum of changes.
    package struct Counts: Sendable {
        /// All pairs, whether found or not.
        package var pairs = 0
        /// Those whose fingerprints are within the radius.
        package var within: [Int]
        /// Those that the search finds.
        package var found: [Int]
        /// Those that it finds and that are called copies.
        package var copies: [Int]
        /// Those that are found at the largest radius and whose relation is right.
        package var named = 0

        init(radii: Int) {
            (within, found, copies) = (
                [Int](repeating: 0, count: radii), [Int](repeating: 0, count: radii), [Int](repeating: 0, count: radii)
            )
        }

        /// Adds the counts of others at the same radii.
        package static func += (one: inout Counts, other: Counts) {
            one.pairs += other.pairs
            one.named += other.named
            for place in one.within.indices {
                one.within[place] += other.within[place]
                one.found[place] += other.found[place]
                one.copies[place] += other.copies[place]
            }
        }

        fileprivate mutating func add(_ pair: KnownPair, distance: Int, copies weight: Int, _ radii: [Int]) {
            for (place, radius) in radii.enumerated() {
                if distance <= radius { within[place] += 1 }
                guard let least = pair.radius, least <= radius else { continue }
                found[place] += 1
                copies[place] += weight
            }
        }
    }

    /// In bits, rising.
    package let radii: [Int]
    /// By the places of the changes.
    package private(set) var changes: [Counts]
    /// Pairs of different subjects that are found; their `pairs` are all there are.
    package private(set) var strangers: Counts

    /// Counts nothing yet.
    package init(radii: [Int], changes: Int, strangerPairs: Int) {
        self.radii = radii
        self.changes = (0..<changes).map { _ in Counts(radii: radii.count) }
        strangers = Counts(radii: radii.count)
        strangers.pairs = strangerPairs
    }

    /// Counts a pair.
    ///
    /// - Parameters:
    ///   - distance: bits between the two fingerprints.
    ///   - relation: what the two were called; `nil` for a pair that is not found, or was not judged.
    ///   - weight: how many such pairs were found for each that was judged.
    package mutating func count(
        _ pair: KnownPair, distance: Int, relation: Relation?, expected: Expectation?, weight: Int = 1
    ) {
        let copies = relation?.isDuplicate == true ? weight : 0
        guard let change = pair.change else {
            return strangers.add(pair, distance: distance, copies: copies, radii)
        }
        changes[change].pairs += 1
        changes[change].add(pair, distance: distance, copies: copies, radii)
        if let relation, expected?.isNamed(by: relation) == true { changes[change].named += 1 }
    }

    /// The sum of the changes at `places`.
    package func sum(of places: [Int]) -> Counts {
        places.reduce(into: Counts(radii: radii.count)) { $0 += changes[$1] }
    }
}
