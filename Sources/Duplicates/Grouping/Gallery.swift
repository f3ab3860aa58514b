internal import Descriptors

/// Pictures with their descriptors, of which only some are in memory at a time.
struct Gallery {
    /// So many descriptors take 13 MB, and pairs that share a picture mostly follow each other.
    private static let capacity = 2048

    private let facts: [PictureFacts]
    private var kept: [Int: PictureDetail] = [:]

    init(of facts: [PictureFacts]) { self.facts = facts }

    /// The picture at `place`, whose descriptor is asked for unless it was needed lately.
    mutating func picture<Failure: Error>(
        at place: Int, _ detail: (PictureFacts) throws(Failure) -> PictureDetail
    ) throws(Failure) -> Picture {
        if let known = kept[place] {
            return Picture(facts[place], descriptor: known.descriptor, sequence: known.sequence)
        }
        let found = try detail(facts[place])
        if kept.count >= Self.capacity { kept.removeAll(keepingCapacity: true) }
        kept[place] = found
        return Picture(facts[place], descriptor: found.descriptor, sequence: found.sequence)
    }
}
