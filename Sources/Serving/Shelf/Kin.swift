/// Which pictures are copies of one another: numbers that are equal for kin, by union of what is known to belong
/// together.
struct Kin {
    private var parents: [Int]
    private var owners: [String: Int] = [:]

    /// `count` pictures, none of them kin.
    init(count: Int) { parents = Array(0..<count) }

    /// Makes all pictures that ever bore `mark` kin.
    mutating func join(_ picture: Int, mark: String) {
        guard let other = owners[mark] else {
            owners[mark] = picture
            return
        }
        let (first, second) = (root(of: picture), root(of: other))
        parents[max(first, second)] = min(first, second)
    }

    /// The first picture of each picture's kin.
    mutating func numbers() -> [Int] { parents.indices.map { root(of: $0) } }

    private mutating func root(of picture: Int) -> Int {
        var place = picture
        while parents[place] != place {
            parents[place] = parents[parents[place]]
            place = parents[place]
        }
        return place
    }
}
