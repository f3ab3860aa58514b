internal import Descriptors

/// Pictures with their descriptors, of which only some are in memory at a time.
struct Gallery {
    /// So many descriptors and codes of parts take 20 MB, and pairs that share a picture mostly follow each other.
    private static let capacity = 2048

    private let facts: [PictureFacts]
    private let reach: MatchOptions.Reach
    private var kept: [Int: PreparedPicture] = [:]
    /// The detail of each picture that was asked for, or is known from elsewhere, and does not keep it.
    private(set) var details: [Int: PackedDetail] = [:]

    /// - Parameter reach: How much of one picture has to be in another.
    init(of facts: [PictureFacts], reach: MatchOptions.Reach) {
        self.facts = facts
        self.reach = reach
    }

    /// Takes over the detail of pictures that may never be asked for.
    mutating func know(_ details: [Int: PackedDetail]) {
        if self.details.isEmpty { self.details = details } else { self.details.merge(details) { asked, _ in asked } }
    }

    /// The picture at `place`, whose descriptor is asked for unless it was needed lately.
    mutating func picture<Failure: Error>(
        at place: Int, _ details: ([PictureFacts]) throws(Failure) -> [PictureDetail]
    ) throws(Failure) -> PreparedPicture {
        if let known = kept[place] { return known }
        return try pictures(at: [place], details)[0]
    }

    /// The pictures at `places`; descriptors that were not needed lately are asked for together.
    mutating func pictures<Failure: Error>(
        at places: [Int], _ details: ([PictureFacts]) throws(Failure) -> [PictureDetail]
    ) throws(Failure) -> [PreparedPicture] {
        var missing = places.filter { kept[$0] == nil }
        if kept.count + missing.count > Self.capacity {
            kept.removeAll(keepingCapacity: true)
            missing = places
        }
        let (facts, reach, asked) = (facts, reach, missing)
        let found = try details(asked.map { facts[$0] })
        let prepared = Cores.results(of: asked.count) { index in
            Self.prepared(facts[asked[index]], found[index], reach: reach)
        }
        for (place, picture) in zip(asked, prepared) {
            kept[place] = picture
            if !facts[place].hasDetail { self.details[place] = PackedDetail(picture.picture.descriptor.detail) }
        }
        return places.compactMap { kept[$0] }
    }

    private static func prepared(
        _ facts: PictureFacts, _ detail: PictureDetail, reach: MatchOptions.Reach
    ) -> PreparedPicture {
        var known = facts
        if !known.hasDetail { known.detail = detail.descriptor.detail }
        return PreparedPicture(
            Picture(known, descriptor: detail.descriptor, sequence: detail.sequence), reach: reach)
    }
}
