/// Pictures in the order of their contents.
struct ContentOrder {
    /// What stands in the place of a rank where there is none.
    static let noRank = UInt32.max

    /// Where the pictures stand, by their contents, ascending. What has another name than a digest is left out.
    let places: [UInt32]

    /// - Parameter places: Of pictures of different contents.
    init(_ pictures: [PictureFacts], among places: some Sequence<Int>) {
        // By the first digits, which hardly ever lie: whole keys of all are far more to move about.
        var sorted = places.filter { pictures[$0].contentKey.name == nil }
            .map { (prefix: pictures[$0].contentPrefix, place: UInt32($0)) }
        sorted.sort { one, other in
            if one.prefix != other.prefix { return one.prefix < other.prefix }
            return pictures[Int(one.place)].contentKey < pictures[Int(other.place)].contentKey
        }
        self.places = sorted.map(\.place)
    }

    /// For each of `count` places the rank of the picture there; `noRank` for those that are left out.
    func ranks(among count: Int) -> [UInt32] {
        var ranks = [UInt32](repeating: Self.noRank, count: count)
        for (rank, place) in places.enumerated() { ranks[Int(place)] = UInt32(rank) }
        return ranks
    }
}
