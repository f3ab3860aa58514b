public import Duplicates
public import Manifests

/// What a dataset says of its pictures: who is in one group, and which relations are named.
public struct Claims: Sendable {
    /// What is claimed of two pictures.
    public struct Claim: Sendable, Hashable {
        /// Whether they are in one group.
        public var areGrouped = false
        /// The relation that was found between the two themselves, if they were compared.
        public var relation: Relation?
        /// The group that says so.
        public var group: String?
    }

    /// The pictures, by the lines of the manifest that were decoded.
    private(set) var pictures: [ClaimedPicture] = []
    private var placesByID: [String: Int] = [:]
    private var relations: [PicturePair: Relation] = [:]
    /// Relations whose other side may come later.
    private var pending: [(place: Int, keeper: String, relation: Relation)] = []

    /// Claims of nothing.
    public init() {}

    /// Whether any picture has a place among its copies.
    public var areGrouped: Bool { pictures.contains { $0.isPlaced } }

    /// Takes in a line of the manifest; one that failed says nothing.
    public mutating func add(_ record: ManifestRecord) {
        guard record.status == .ok else { return }
        let place = pictures.count
        var picture = ClaimedPicture(record)
        placesByID[record.id] = placesByID[record.id] ?? place
        if let section = record.group {
            picture.isPlaced = true
            if section.role == .keeper || section.role == .duplicate {
                (picture.keeper, picture.group) = (section.keeper, section.id)
            }
            if let keeper = section.keeper, let word = section.relation, let relation = Relation(rawValue: word) {
                pending.append((place, keeper, relation))
            }
        }
        pictures.append(picture)
    }

    /// Takes in a line of the dataset's groups, once all lines of the manifest were.
    public mutating func add(_ line: GroupLine) {
        for member in line.members { relate(member, to: member.via ?? line.keeper) }
        for alternate in line.alternates { relate(alternate, to: line.keeper) }
    }

    private mutating func relate(_ member: GroupLine.Member, to other: String) {
        guard let one = placesByID[member.id], let two = placesByID[other], one != two,
            let relation = Relation(rawValue: member.relation)
        else { return }
        relations[PicturePair(one, two)] = relation
    }

    /// Settles what the lines said of pictures that came after them; where groups said it too, theirs stands.
    public mutating func finish() {
        for (place, keeper, relation) in pending {
            guard let other = placesByID[keeper], other != place else { continue }
            let pair = PicturePair(place, other)
            relations[pair] = relations[pair] ?? relation
        }
        pending = []
    }

    /// What is claimed of the pictures at two places.
    func claim(_ pair: PicturePair) -> Claim {
        let (one, other) = (pictures[pair.first], pictures[pair.second])
        let areGrouped = one.keeper != nil && one.keeper == other.keeper
        return Claim(
            areGrouped: areGrouped, relation: relations[pair], group: areGrouped ? one.group ?? one.keeper : nil)
    }

    /// All groups of two and more, as places.
    var groups: [[Int]] {
        var groups: [String: [Int]] = [:]
        for (place, picture) in pictures.enumerated() {
            if let keeper = picture.keeper { groups[keeper, default: []].append(place) }
        }
        return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    /// All pairs of which a relation is named.
    var relatedPairs: [PicturePair] { relations.keys.sorted() }
}
