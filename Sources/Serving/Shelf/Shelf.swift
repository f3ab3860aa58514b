internal import Manifests

/// All pictures of a dataset that can be served, and where they stand: pure, unchanging, in the manifest's order.
public struct Shelf: Sendable {
    /// The pictures; other members speak of them by their position here.
    public let pictures: [ShelfPicture]
    /// For each picture the first of its copies, or itself.
    public let kin: [Int]
    /// For each picture whether it is the one that its group keeps, or has no group.
    public let isKept: [Bool]
    /// Lines of the manifest that are not here because their file is missing or has another size.
    public let missing: Int
    /// All tags and categories of pictures that are offered, sorted.
    public let tags: [String]
    /// All series, sorted.
    public let anime: [String]
    /// All characters, sorted.
    public let characters: [String]
    /// The pictures of each category.
    public let categories: [String: [Int]]

    private let identifiers: [String: Int]
    private let fileNames: [String: Int]
    /// The pictures under each category or tag.
    private let tagged: [String: [Int]]

    init(pictures: [ShelfPicture], kin: [Int], isKept: [Bool], missing: Int) {
        self.pictures = pictures
        self.kin = kin
        self.isKept = isKept
        self.missing = missing
        let offered = pictures.indices.filter { pictures[$0].isOffered(for: .suggestive) }
        var categories: [String: [Int]] = [:]
        for index in offered { categories[pictures[index].category, default: []].append(index) }
        var tagged: [String: [Int]] = [:]
        for index in offered {
            let (annotations, category) = (pictures[index].annotations, pictures[index].category)
            for tag in Set(annotations.tags + [category, annotations.category ?? category]) {
                tagged[tag, default: []].append(index)
            }
        }
        self.categories = categories
        self.tagged = tagged
        tags = Self.sorted(Set(tagged.keys))
        anime = Self.sorted(Set(offered.compactMap { pictures[$0].annotations.anime }))
        characters = Self.sorted(Set(offered.compactMap { pictures[$0].annotations.character }))
        identifiers = Dictionary(uniqueKeysWithValues: pictures.indices.map { (pictures[$0].identifier, $0) })
        fileNames = Dictionary(uniqueKeysWithValues: pictures.indices.map { (pictures[$0].name, $0) })
    }

    /// The picture that Nekosia's dialect calls `identifier`.
    public func index(identifier: String) -> Int? { identifiers[identifier] }

    /// The picture whose file nekos.best's dialect calls `name`.
    public func index(fileName name: String) -> Int? { fileNames[name] }

    /// The pictures whose category or one of whose tags is `tag`.
    public func pictures(under tag: String) -> [Int] {
        // All other names are looked up; this one stands for several.
        if tag == "ribbon" { return pictures.indices.filter { pictures[$0].matches(tag) } }
        return tagged[tag] ?? []
    }

    private static func sorted(_ texts: Set<String>) -> [String] {
        texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
