/// What a grouping learned of pairs: which pictures it joined with each other, and the verdicts on those that are related. Two
/// that it joined and that have no verdict here are unrelated.
///
/// As bytes: the numbers of contents, of related ones and of verdicts; the contents, ascending, 32 bytes each; of each content
/// that has relatives how far behind the last it stands, and the detail of its picture; of each verdict which two of these
/// it is on, and the verdict. Numbers are as `NumberWriter` writes them.
public struct PairRecord {
    private let contents: ContentOrder
    private let edges: [Edge]
    private let pictures: [PictureFacts]
    private let details: [Int: PackedDetail]

    /// - Parameters:
    ///   - contents: What was joined.
    ///   - edges: Related pairs, of which those of two joined pictures are taken.
    ///   - details: The detail of each picture in `edges` that does not keep it itself.
    init(
        _ contents: ContentOrder, edges: [Edge], pictures: [PictureFacts], details: [Int: PackedDetail]
    ) {
        self.contents = contents
        self.edges = edges
        self.pictures = pictures
        self.details = details
    }

    /// Appends the record to `bytes`: 32 for each content, and about 50 for each relative and each verdict.
    public func append(to bytes: inout [UInt8]) {
        let ranks = contents.ranks(among: pictures.count)
        // Not copied: there are megabytes of them.
        let kept = edges.lazy.filter { ranks[$0.a] != ContentOrder.noRank && ranks[$0.b] != ContentOrder.noRank }
        var keptCount = 0
        // By rank; the number of a related picture is its place among these.
        var numbers = [UInt32](repeating: ContentOrder.noRank, count: contents.places.count)
        for edge in kept {
            keptCount += 1
            for place in [edge.a, edge.b] { numbers[Int(ranks[place])] = 0 }
        }
        let related = numbers.indices.filter { numbers[$0] == 0 }
        for (number, rank) in related.enumerated() { numbers[rank] = UInt32(number) }
        var writer = NumberWriter(behind: &bytes)
        writer.reserve(32 * contents.places.count + 64 * (related.count + keptCount) + 64)
        for count in [contents.places.count, related.count, keptCount] { writer.append(count) }
        for place in contents.places { writer.append(pictures[Int(place)].contentWords) }
        var last = 0
        for rank in related {
            let place = Int(contents.places[rank])
            writer.append(rank - last)
            last = rank
            (details[place] ?? PackedDetail(pictures[place].detail)).append(to: &writer)
        }
        for edge in kept {
            for place in [edge.a, edge.b] { writer.append(Int(numbers[Int(ranks[place])])) }
            edge.verdict.append(to: &writer)
        }
        bytes = writer.bytes
    }
}
