internal import Randomness

/// Which pictures an answer offers, drawn by lot.
struct Draw: Sendable, Hashable {
    /// The pictures, in the order of the answer.
    let pictures: [Int]
    /// Whether all were seen before, so that those that match the question count as new again.
    let startsOver: Bool

    /// Any `count` different pictures of `candidates`, or all of them.
    static func any(_ count: Int, of candidates: [Int], _ numbers: inout SplitMix64) -> Draw {
        guard count == 1 else { return Draw(pictures: sample(count, of: candidates, &numbers), startsOver: false) }
        return Draw(pictures: candidates.randomElement(using: &numbers).map { [$0] } ?? [], startsOver: false)
    }

    /// `count` pictures of `candidates` of which no copy was seen, and no two of which are copies; fewer when fewer are
    /// left. When none is left, all candidates count as not seen.
    ///
    /// - Parameters:
    ///   - shelf: knows what are copies of one another.
    ///   - seen: the kin of what was offered before.
    static func unseen(
        _ count: Int, of candidates: [Int], on shelf: Shelf, seen: Set<Int>, _ numbers: inout SplitMix64
    ) -> Draw {
        // Of copies, the one that its group keeps stands for all; it may not match the question.
        var best: [Int: Int] = [:]
        var kins: [Int] = []
        for candidate in candidates {
            let kin = shelf.kin[candidate]
            if best[kin] == nil { kins.append(kin) }
            if best[kin] == nil || (shelf.isKept[candidate] && !shelf.isKept[best[kin] ?? candidate]) {
                best[kin] = candidate
            }
        }
        let left = kins.filter { !seen.contains($0) }
        let drawn = sample(count, of: left.isEmpty ? kins : left, &numbers)
        return Draw(pictures: drawn.compactMap { best[$0] }, startsOver: left.isEmpty)
    }

    /// The first `count` places of a shuffle (Fisher and Yates).
    private static func sample(_ count: Int, of values: [Int], _ numbers: inout SplitMix64) -> [Int] {
        var values = values
        let count = min(count, values.count)
        for index in 0..<count { values.swapAt(index, Int.random(in: index..<values.count, using: &numbers)) }
        return Array(values.prefix(count))
    }
}
