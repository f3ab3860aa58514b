internal import JSONText
internal import Manifests
internal import Randomness

/// `/api/v2`, as nekos.best answers it.
///
/// The service refuses requests without a User-Agent of their own; this server is one's own and lets everybody in.
struct NekosBestDialect: Sendable {
    /// What a search looks for.
    private enum Media: String {
        case images = "1"
        case animations = "2"
    }

    let shelf: Shelf
    let categories: NekosBestCategories
    let search: NekosBestSearch
    let dice: Dice

    init(shelf: Shelf, dice: Dice) {
        self.shelf = shelf
        self.dice = dice
        categories = NekosBestCategories(shelf)
        search = NekosBestSearch(shelf)
    }

    /// The answer to a request for `target` that may be answered.
    func answer(_ request: ServedRequest, _ target: RequestTarget, base: String) async -> ServedAnswer {
        do throws(NekosBestRefusal) {
            let path = target.path
            switch path.count {
            case 3 where path[2] == "endpoints": return .json(categories.endpoints)
            case 3 where path[2] == "search": return try found(target.query, base: base)
            case 3: return try await pictures(of: path[2], target.query, base: base)
            case 4: return try file(request, category: path[2], name: path[3])
            default: throw .notFound
            }
        } catch {
            return error.answer
        }
    }

    private func pictures(
        of category: String, _ query: Query, base: String
    ) async throws(NekosBestRefusal) -> ServedAnswer {
        guard let all = categories.pictures[category] else { throw .notFound }
        let amount = try Self.amount(query)
        var numbers = SplitMix64(seed: await dice.seed())
        return results(Draw.any(amount, of: all, &numbers).pictures, base: base)
    }

    private func found(_ query: Query, base: String) throws(NekosBestRefusal) -> ServedAnswer {
        let text = query["query"] ?? ""
        let length = text.unicodeScalars.count
        guard (3...150).contains(length) else { throw .queryRefused(length: length) }
        // The type is documented as required; without one, everything is looked at.
        let media = query["type"].map { Media(rawValue: $0) }
        if case .some(nil) = media { throw .typeRefused }
        var candidates: [Int]
        if let category = query["category"] {
            guard let all = categories.pictures[category] else { throw .notFound }
            candidates = all
        } else {
            candidates = shelf.pictures.indices.filter { shelf.pictures[$0].isOffered(for: .safe) }
        }
        if let media { candidates.removeAll { shelf.pictures[$0].isAnimation != (media == .animations) } }
        return results(search.nearest(try Self.amount(query), to: text, among: candidates), base: base)
    }

    private func file(
        _ request: ServedRequest, category: String, name: String
    ) throws(NekosBestRefusal) -> ServedAnswer {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = shelf.index(fileName: String(parts[0])),
            shelf.pictures[index].category == category, parts[1] == shelf.pictures[index].original.urlExtension
        else { throw .fileNotFound }
        let (picture, file) = (shelf.pictures[index], shelf.pictures[index].original)
        var answer = FileAnswer.answer(request, file.claim, mediaType: file.mediaType)
        guard answer.status == 200 || answer.status == 206 else { return answer }
        for (name, value) in picture.credits {
            if let value { answer.add(name, PercentCoding.encoded(value)) }
        }
        return answer
    }

    private func results(_ indices: [Int], base: String) -> ServedAnswer {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("results")
        writer.beginArray()
        for index in indices {
            let picture = shelf.pictures[index]
            writer.element()
            writer.beginObject()
            for (name, value) in picture.credits where value != nil || picture.hasAlways(name) {
                writer.member(name, value)
            }
            let folder = "\(base)/api/v2/\(PercentCoding.encoded(picture.category))"
            writer.member("url", "\(folder)/\(picture.name).\(picture.original.urlExtension)")
            writer.object("dimensions") { writer in
                writer.member("width", picture.original.facts.width)
                writer.member("height", picture.original.facts.height)
            }
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return .json(writer.bytes)
    }

    /// The service takes an amount out of range for the nearest that it allows, without a word.
    private static func amount(_ query: Query) throws(NekosBestRefusal) -> Int {
        guard let text = query["amount"] else { return 1 }
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .amountRefused }
        // More digits than a number can have are still a number.
        return min(20, max(1, Int(text) ?? (text.hasPrefix("-") ? 1 : 20)))
    }
}

extension ShelfPicture {
    /// The credits under the names that they have in answers and in headers, in the service's order.
    fileprivate var credits: [(name: String, value: String?)] {
        [
            ("anime_name", annotations.anime), ("artist_name", annotations.artist?.name),
            ("artist_href", annotations.artist?.url), ("source_url", page),
        ]
    }

    /// Whether clients expect a member, also without a value: a still has its artist and source, an animation its
    /// series. The others are there where something is known.
    fileprivate func hasAlways(_ name: String) -> Bool { isAnimation == (name == "anime_name") }
}
