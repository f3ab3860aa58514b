/// What a record says of the pictures that are grouped now.
struct RecalledPairs {
    /// Pictures of which all pairs are known.
    let old: OldPictures
    /// The related ones among these pairs.
    private var edges: [Edge] = []
    /// The detail of each picture in `edges`.
    private var details: [Int: PackedDetail] = [:]
    /// Whether the record says the same of the pictures now as it would if it were written anew.
    let isComplete: Bool

    /// Nothing.
    static let none = RecalledPairs()

    private init() {
        old = .none
        isComplete = false
    }

    /// Hands over the edges, of which there may be megabytes, and has none afterwards.
    mutating func giveUpEdges() -> [Edge] {
        defer { edges = [] }
        return edges
    }

    /// Hands over the detail of each picture in the edges, and has none afterwards.
    mutating func giveUpDetails() -> [Int: PackedDetail] {
        defer { details = [:] }
        return details
    }

    /// Reads a record.
    ///
    /// - Parameters:
    ///   - contents: What is joined now.
    ///   - pictures: The pictures whose places `contents` names.
    init(_ bytes: ArraySlice<UInt8>, of contents: ContentOrder, in pictures: [PictureFacts]) throws(PairRecordError) {
        var reader = NumberReader(bytes)
        let count = try reader.count(ofSize: 32)
        let relatedCount = try reader.count(ofSize: 15)
        let edgeCount = try reader.count(ofSize: PairVerdict.leastBytes + 2)
        let places = try Self.places(count, &reader, contents, pictures)
        let known = places.filter { $0 != ContentOrder.noRank }.map { Int($0) }
        old = OldPictures(known, among: pictures.count)
        isComplete = known.count == count && known.count == contents.places.count
        // Where each related picture stands now.
        var related: [UInt32] = []
        var rank = 0
        for number in 0..<relatedCount {
            let step = try reader.number(upTo: count)
            if number > 0, step == 0 { throw .disordered }
            rank += step
            guard rank < count else { throw .disordered }
            related.append(places[rank])
            let detail = try PackedDetail(&reader)
            if places[rank] != ContentOrder.noRank { details[Int(places[rank])] = detail }
        }
        edges.reserveCapacity(edgeCount)
        for _ in 0..<edgeCount {
            let one = try reader.number(upTo: relatedCount - 1)
            let other = try reader.number(upTo: relatedCount - 1)
            if one == other { throw .disordered }
            let verdict = try PairVerdict(&reader)
            if related[one] != ContentOrder.noRank, related[other] != ContentOrder.noRank {
                edges.append(Edge(Int(related[one]), Int(related[other]), verdict))
            }
        }
        if reader.left > 0 { throw .tooLong }
    }

    /// Where each of the next `count` contents stands now; no rank for those that are not there.
    private static func places(
        _ count: Int, _ reader: inout NumberReader, _ contents: ContentOrder, _ pictures: [PictureFacts]
    ) throws(PairRecordError) -> [UInt32] {
        var places: [UInt32] = []
        places.reserveCapacity(count)
        var last: ContentKey?
        var rank = 0
        for _ in 0..<count {
            let key = ContentKey(words: try reader.words(), name: nil)
            if let last, !(last < key) { throw .disordered }
            last = key
            while rank < contents.places.count {
                let present = ContentKey(words: pictures[Int(contents.places[rank])].contentWords, name: nil)
                guard present < key else { break }
                rank += 1
            }
            let isThere = rank < contents.places.count && pictures[Int(contents.places[rank])].contentWords == key.words
            places.append(isThere ? contents.places[rank] : ContentOrder.noRank)
        }
        return places
    }
}
