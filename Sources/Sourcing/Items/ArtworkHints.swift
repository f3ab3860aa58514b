/// Finds items of different sources that name one artwork.
public enum ArtworkHints {
    /// What an item says of where it comes from.
    public struct Mention: Sendable, Hashable {
        /// The kind of source; items of one source are not hinted at: a service knows its own pictures.
        public let kind: String
        /// The artwork; `nil` where none is named.
        public let key: ArtworkKey?

        /// A mention.
        public init(kind: String, key: ArtworkKey?) {
            self.kind = kind
            self.key = key
        }
    }

    /// For each mention the position of the first one of another kind that may show the same picture; `nil` where there
    /// is none.
    ///
    /// Linear in the number of mentions, whatever they name.
    public static func partners(of mentions: [Mention]) -> [Int?] {
        // By artwork: all mentions, and those that name no page. By page: those that name it.
        var whole: [ArtworkKey: FirstOfTwoKinds] = [:]
        var unpaged: [ArtworkKey: FirstOfTwoKinds] = [:]
        var paged: [ArtworkKey: FirstOfTwoKinds] = [:]
        for (index, mention) in mentions.enumerated() {
            guard let key = mention.key else { continue }
            whole[key.artwork, default: FirstOfTwoKinds()].add(index, mention.kind)
            if key.page == nil {
                unpaged[key, default: FirstOfTwoKinds()].add(index, mention.kind)
            } else {
                paged[key, default: FirstOfTwoKinds()].add(index, mention.kind)
            }
        }
        return mentions.map { mention in
            guard let key = mention.key else { return nil }
            guard key.page != nil else { return whole[key]?.index(notOf: mention.kind) }
            let found = [paged[key], unpaged[key.artwork]].compactMap { $0?.index(notOf: mention.kind) }
            return found.min()
        }
    }

    /// The first position at all and the first of another kind: whatever is asked for, one of them is the first.
    private struct FirstOfTwoKinds {
        private var first: (index: Int, kind: String)?
        private var other: Int?

        mutating func add(_ index: Int, _ kind: String) {
            guard let first else { return self.first = (index, kind) }
            if other == nil, first.kind != kind { other = index }
        }

        func index(notOf kind: String) -> Int? {
            guard let first else { return nil }
            return first.kind != kind ? first.index : other
        }
    }
}
