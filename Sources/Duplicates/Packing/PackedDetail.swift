internal import Descriptors

/// A picture's detail as seven words instead of two arrays, each of which would be an allocation.
struct PackedDetail: Sendable, Hashable {
    private let first: PackedCode
    private let rest: (UInt64, UInt64, UInt64)

    init(_ detail: Detail) {
        let words = zip(detail.horizontal, detail.vertical).map { UInt64($0) << 32 | UInt64($1) }
        precondition(words.count == 7, "\(words.count) lags instead of seven")
        first = PackedCode(SIMD4(words[0], words[1], words[2], words[3]))
        rest = (words[4], words[5], words[6])
    }

    private var words: [UInt64] {
        let four = first.words
        return [four[0], four[1], four[2], four[3], rest.0, rest.1, rest.2]
    }

    var detail: Detail {
        Detail(
            horizontal: words.map { UInt32(truncatingIfNeeded: $0 >> 32) },
            vertical: words.map { UInt32(truncatingIfNeeded: $0) })
    }

    static func == (one: PackedDetail, other: PackedDetail) -> Bool { one.words == other.words }

    func hash(into hasher: inout Hasher) { hasher.combine(words) }
}
