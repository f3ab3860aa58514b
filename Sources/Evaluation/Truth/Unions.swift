/// Numbers that were joined into sets, each set known by its smallest.
struct Unions: Sendable {
    private var parents: [Int] = []

    /// The number that stands for the set of `number`.
    func root(of number: Int) -> Int {
        var number = number
        while number < parents.count, parents[number] != number { number = parents[number] }
        return number
    }

    /// Whether the two are in one set.
    func joins(_ one: Int, _ other: Int) -> Bool { root(of: one) == root(of: other) }

    /// Makes one set of those of the two.
    mutating func join(_ one: Int, _ other: Int) {
        while parents.count <= max(one, other) { parents.append(parents.count) }
        let (a, b) = (root(of: one), root(of: other))
        parents[max(a, b)] = min(a, b)
        // Shortens the way for the next questions.
        parents[one] = min(a, b)
        parents[other] = min(a, b)
    }
}
