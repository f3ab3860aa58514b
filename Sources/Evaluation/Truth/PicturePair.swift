/// Two different pictures by their numbers, whichever is named first.
struct PicturePair: Sendable, Hashable, Comparable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
        first = min(one, other)
        second = max(one, other)
    }

    static func < (one: PicturePair, other: PicturePair) -> Bool {
        (one.first, one.second) < (other.first, other.second)
    }
}
