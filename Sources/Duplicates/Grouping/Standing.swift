/// A picture as the keeper's policy sees it, with what its copies revealed.
struct Standing {
    let picture: PictureFacts
    /// What the picture was enlarged from: the smallest copy that has all of its detail.
    var enlargedFrom: PictureFacts?
    /// What the picture is with a border round it.
    var borderedFrom: PictureFacts?
    /// A copy of the same size with more detail.
    var softerThan: PictureFacts?

    /// Whether its copies revealed anything.
    var isMarked: Bool { enlargedFrom != nil || borderedFrom != nil || softerThan != nil }

    private var ownPixels: Int { enlargedFrom?.pixels ?? borderedFrom?.pixels ?? picture.pixels }

    /// Whether some of its pixels are not its own.
    private var isInflated: Bool { enlargedFrom != nil || borderedFrom != nil }

    private var qualityRank: Int { picture.isLossless ? 101 : picture.quality ?? 0 }

    /// Less than zero when this one is to be kept rather than `other` by `rule` alone, zero when the rule sees no difference.
    func order(_ rule: KeepRule, against other: Standing) -> Int {
        switch rule {
        case .reference: (other.picture.isReference ? 1 : 0) - (picture.isReference ? 1 : 0)
        case .pixels:
            other.ownPixels != ownPixels
                ? other.ownPixels - ownPixels : (isInflated ? 1 : 0) - (other.isInflated ? 1 : 0)
        case .detail: lacks - other.lacks
        case .lossless: (other.picture.isLossless ? 1 : 0) - (picture.isLossless ? 1 : 0)
        case .quality: other.qualityRank - qualityRank
        case .metadata: other.picture.metadataBytes - picture.metadataBytes
        case .bytes: other.picture.bytes - picture.bytes
        case .path: Self.order(picture.packedPath.utf8, other.picture.packedPath.utf8)
        }
    }

    private var lacks: Int { enlargedFrom == nil && softerThan == nil ? 0 : 1 }

    /// The first of `rules` that tells the two apart; `nil` when none does.
    func deciding(_ rules: [KeepRule], against other: Standing) -> KeepRule? {
        rules.first { order($0, against: other) != 0 }
    }

    /// Whether this one is to be kept rather than `other`; ties go by content, then ticket.
    func precedes(_ other: Standing, rules: [KeepRule]) -> Bool {
        if let rule = deciding(rules, against: other) { return order(rule, against: other) < 0 }
        if picture.contentKey != other.picture.contentKey { return picture.contentKey < other.picture.contentKey }
        return picture.ticket < other.picture.ticket
    }

    private static func order(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
        if one.elementsEqual(other) { return 0 }
        return one.lexicographicallyPrecedes(other) ? -1 : 1
    }
}
