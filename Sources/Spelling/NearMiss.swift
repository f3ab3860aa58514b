/// Finds the word that somebody may have meant.
package enum NearMiss {
    /// The nearest of `words`, if it is near enough; of equally near ones the first.
    package static func suggestion(for text: String, among words: [String]) -> String? {
        let plain = simplified(text)
        let ranked = words.map { (word: $0, distance: distance(plain, simplified($0))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, min(plain.count, best.word.count) / 3) ? best.word : nil
    }

    /// Without the differences between `maxPixels`, `max_pixels` and `MAX-PIXELS`.
    private static func simplified(_ text: String) -> [Character] {
        Array(text.lowercased()).filter { $0 != "_" && $0 != "-" }
    }

    /// The fewest insertions, deletions, substitutions and swaps of neighbors (optimal string alignment).
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        // Nothing near is this long, and the table would be its square.
        guard a.count <= 64, b.count <= 64 else { return .max }
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(last[j + 1], row[j]) + 1
                least = min(least, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
                row.append(least)
            }
            before = last
            last = row
        }
        return last[b.count]
    }
}
