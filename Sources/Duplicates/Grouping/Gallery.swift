internal import Descriptors

/// Pictures with their descriptors, of which only some are in memory at a time.
struct Gallery {
    /// So many descriptors take 13 MB, and pairs that share a picture mostly follow each other.
    private static let capacity = 2048

    private let facts: [PictureFacts]
    private var kept: [Int: PictureDetail] = [:]
    /// The detail of each picture that was asked for and had forgotten it.
    private(set) var details: [Int: PackedDetail] = [:]

    init(of facts: [PictureFacts]) { self.facts = facts }

    /// The picture at `place`, whose descriptor is asked for unless it was needed lately.
    mutating func picture<Failure: Error>(
        at place: Int, _ detail: (PictureFacts) throws(Failure) -> PictureDetail
    ) throws(Failure) -> Picture {
        var known = facts[place]
        let found: PictureDetail
        if let kept = kept[place] {
            found = kept
        } else {
            found = try detail(known)
            if kept.count >= Self.capacity { kept.removeAll(keepingCapacity: true) }
            kept[place] = found
        }
        if !known.hasDetail {
            known.detail = found.descriptor.detail
            details[place] = PackedDetail(found.descriptor.detail)
        }
        return Picture(known, descriptor: found.descriptor, sequence: found.sequence)
    }
}
