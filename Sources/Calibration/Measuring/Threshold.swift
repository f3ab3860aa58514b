/// How well one rule tells copies from others at one radius.
package struct Threshold: Sendable, Hashable {
    /// In bits.
    package let radius: Int
    /// Copies that are called so.
    package let right: Int
    /// Others that are called copies.
    package let wrong: Int
    /// Copies that there are.
    package let copies: Int

    /// The share of the copies that are called so.
    package var recall: Double { copies == 0 ? 0 : Double(right) / Double(copies) }
    /// The share of what is called a copy that is one; nothing is wrong where nothing is called so.
    package var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
}

extension Array<Threshold> {
    /// The largest radius up to which every one is as precise as wanted; `nil` where none is.
    package func last(within precision: Double) -> Threshold? { prefix { $0.precision >= precision }.last }

    /// The smallest radius that finds nearly as much as `other`, to a thousandth.
    package func first(asGoodAs other: Threshold) -> Threshold? { first { $0.recall >= other.recall - 0.001 } }
}

extension Sweep {
    /// The rule that calls a copy what is within a radius, at all radii.
    ///
    /// - Parameter copies: the places of the changes that make copies; the others make none.
    package func alone(copies: [Int]) -> [Threshold] { thresholds(copies, \.within) }

    /// The program's rule: what is found is verified.
    package func verified(copies: [Int]) -> [Threshold] { thresholds(copies, \.copies) }

    private func thresholds(_ copies: [Int], _ counted: KeyPath<Counts, [Int]>) -> [Threshold] {
        let right = sum(of: copies)
        let others = sum(of: changes.indices.filter { !copies.contains($0) })
        return radii.enumerated().map { place, radius in
            Threshold(
                radius: radius, right: right[keyPath: counted][place],
                wrong: others[keyPath: counted][place] + strangers[keyPath: counted][place], copies: right.pairs)
        }
    }
}
