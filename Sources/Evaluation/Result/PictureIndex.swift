/// Finds the picture of a dataset that a truth file names.
struct PictureIndex {
    /// What became of a name.
    enum Place: Hashable {
        case found(Int)
        case missing
        /// More than one picture has such a name, or the same one has another.
        case ambiguous
    }

    /// Where each name is, in the order of the names.
    private(set) var places: [Place] = []
    private var exact: [PictureName: Int] = [:]
    private var byLastPart: [ArraySlice<UInt8>: [(place: Int, parts: [ArraySlice<UInt8>])]] = [:]

    /// Finds all of `names` among `pictures`.
    ///
    /// A path is the picture whose id or file name is the same, or the only one whose file name agrees with it from the
    /// end as far as both go: a truth file may lie elsewhere than the dataset.
    init(of names: [PictureName], among pictures: [ClaimedPicture]) {
        for (place, picture) in pictures.enumerated() {
            for name in [picture.digest, picture.id, picture.fileName].compactMap({ $0 }) {
                exact[name] = exact[name] ?? place
            }
            let parts = (picture.fileName ?? picture.id).partsFromEnd
            if let last = parts.first { byLastPart[last, default: []].append((place, parts)) }
        }
        places = names.map { place(of: $0) }
        // A flat folder's `a.png` agrees with every path that ends so.
        var takers: [Int: [Int]] = [:]
        for (number, name) in names.enumerated() {
            if case .found(let place) = places[number], exact[name] == nil { takers[place, default: []].append(number) }
        }
        for numbers in takers.values where numbers.count > 1 {
            for number in numbers { places[number] = .ambiguous }
        }
    }

    private func place(of name: PictureName) -> Place {
        if let place = exact[name] { return .found(place) }
        if name.isDigest { return .missing }
        let parts = name.partsFromEnd
        guard let last = parts.first, let candidates = byLastPart[last] else { return .missing }
        let agreeing = candidates.filter { candidate in
            zip(parts, candidate.parts).allSatisfy { $0.elementsEqual($1) }
        }
        if agreeing.count > 1 { return .ambiguous }
        return agreeing.first.map { .found($0.place) } ?? .missing
    }
}
