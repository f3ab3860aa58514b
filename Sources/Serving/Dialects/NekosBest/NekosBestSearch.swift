internal import Manifests

/// Looks for the pictures whose texts are nearest to a query, by the triples of characters that they share.
///
/// Like the service's search it always finds something: a text that nothing resembles finds the first pictures.
struct NekosBestSearch: Sendable {
    /// Triples of each picture's texts, sorted, each once.
    private let triples: [[UInt64]]

    init(_ shelf: Shelf) {
        triples = shelf.pictures.map { picture in
            let annotations = picture.annotations
            let texts =
                [annotations.artist?.name, annotations.anime, annotations.character, picture.category].compactMap { $0 }
                + annotations.tags
            return Self.triples(of: texts)
        }
    }

    /// The `amount` nearest of `candidates`, the nearest first; ties in the order of the shelf.
    func nearest(_ amount: Int, to query: String, among candidates: [Int]) -> [Int] {
        let wanted = Self.triples(of: [query])
        let scored = candidates.map { (index: $0, score: Self.shared(wanted, triples[$0])) }
        let best = scored.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
        return best.prefix(amount).map(\.index)
    }

    private static func triples(of texts: [String]) -> [UInt64] {
        var triples: Set<UInt64> = []
        for text in texts {
            // Words are found from their first letter on.
            let scalars = [" "] + text.lowercased().unicodeScalars + [" "]
            for start in scalars.indices.dropLast(2) {
                triples.insert(scalars[start..<start + 3].reduce(0) { $0 << 21 | UInt64($1.value) })
            }
        }
        return triples.sorted()
    }

    /// How many values two sorted lists share.
    private static func shared(_ left: [UInt64], _ right: [UInt64]) -> Int {
        var (count, first, second) = (0, 0, 0)
        while first < left.count, second < right.count {
            if left[first] == right[second] {
                count += 1
                first += 1
                second += 1
            } else if left[first] < right[second] {
                first += 1
            } else {
                second += 1
            }
        }
        return count
    }
}
