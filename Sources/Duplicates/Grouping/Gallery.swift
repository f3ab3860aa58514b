internal import Descriptors

/// Pictures with their descriptors, of which only some are in memory at a time.
struct Gallery {
    /// So many descriptors and codes of parts take 20 MB, and pairs that share a picture mostly follow each other.
    private static let capacity = 2048

    private let facts: [PictureFacts]
    private let reach: MatchOptions.Reach
    private var kept: [Int: PreparedPicture] = [:]
    /// The detail of each picture that was asked for and had forgotten it.
    private(set) var details: [Int: PackedDetail] = [:]

    /// - Parameter reach: How much of one picture has to be in another.
    init(of facts: [PictureFacts], reach: MatchOptions.Reach) {
        self.facts = facts
        self.reach = reach
    }

    /// The picture at `place`, whose descriptor is asked for unless it was needed lately.
    mutating func picture<Failure: Error>(
        at place: Int, _ detail: (PictureFacts) throws(Failure) -> PictureDetail
    ) throws(Failure) -> PreparedPicture {
        if let known = kept[place] { return known }
        var known = facts[place]
        let found = try detail(known)
        if kept.count >= Self.capacity { kept.removeAll(keepingCapacity: true) }
        if !known.hasDetail {
            known.detail = found.descriptor.detail
            details[place] = PackedDetail(found.descriptor.detail)
        }
        let picture = Picture(known, descriptor: found.descriptor, sequence: found.sequence)
        let prepared = PreparedPicture(picture, reach: reach)
        kept[place] = prepared
        return prepared
    }
}
