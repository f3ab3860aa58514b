internal import JSONText

/// The categories of nekos.best's dialect, and the format that is said of each.
///
/// Every picture that may be shown to all is in one. A category has one name and one format, as the service's, but may
/// hold stills and animations: it is `gif` if all of it moves, else `png`. Files are served as what they are, also JPEG
/// and WebP, which the service does not have.
struct NekosBestCategories: Sendable {
    /// The pictures of each category, in the order of the shelf.
    let pictures: [String: [Int]]
    /// The answer to `GET /endpoints`, categories sorted.
    let endpoints: [UInt8]

    init(_ shelf: Shelf) {
        // The service has nothing but safe pictures.
        pictures = shelf.categories.mapValues { $0.filter { shelf.pictures[$0].isOffered(for: .safe) } }
            .filter { !$0.value.isEmpty }
        var writer = JSONWriter()
        writer.beginObject()
        for name in pictures.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let moves = pictures[name]?.allSatisfy { shelf.pictures[$0].isAnimation } ?? false
            writer.freeKey(name)
            writer.beginObject()
            writer.member("format", moves ? "gif" : "png")
            writer.endObject()
        }
        writer.endObject()
        endpoints = writer.bytes
    }
}
