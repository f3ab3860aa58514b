extension SourceSpec {
    /// Pictures of the service Nekosia, version 1.
    public struct Nekosia: Sendable, Hashable {
        /// Which pictures the service may send.
        public enum Rating: String, Sendable, Hashable, CaseIterable {
            case safe, suggestive
        }

        /// A form of a picture that the service has.
        public enum Variant: String, Sendable, Hashable, CaseIterable {
            case original, compressed
        }

        /// By what the service remembers what it has sent.
        public enum Session: Sendable, Hashable {
            /// An identifier made for this run.
            case run
            /// The network address.
            case ip
            /// An identifier of the user's: 4 to 128 characters.
            case id(String)
            /// Nothing: pictures may come twice.
            case none
        }

        /// The characters that the service refuses in an identifier.
        static let forbiddenInIdentifiers = "!@#$%^&*()_+{}|:\"<>?"
        /// The category that stands for none; it wants `additionalTags`.
        static let noCategory = "nothing"

        /// The base URL of a server that speaks like the service; `nil` for the service itself.
        public var url: String?
        /// The category.
        public var category: String
        /// Tags of which the service looks for pictures as well.
        public var additionalTags: [String] = []
        /// Tags that no picture may have.
        public var blacklistedTags: [String] = []
        /// Which pictures the service may send.
        public var rating = Rating.safe
        /// How many different pictures are wanted, 1 to 10,000.
        public var count = 20
        /// Which forms of each picture become items; at least one.
        public var variants = [Variant.original]
        /// By what the service remembers what it has sent.
        public var session = Session.run

        /// Twenty pictures of `category`.
        public init(category: String) { self.category = category }
    }

    /// Pictures of the service nekos.best, version 2.
    public struct NekosBest: Sendable, Hashable {
        /// What a search looks for.
        public enum MediaType: String, Sendable, Hashable, CaseIterable {
            case image, gif
        }

        /// The most pictures of one run at the service itself: its terms forbid bulk download.
        public static let maximumAmount = 20

        /// The base URL of a server that speaks like the service; `nil` for the service itself.
        public var url: String?
        /// The category; of a search, the only one that is looked through.
        public var category: String?
        /// What is searched for, 3 to 150 characters; `nil` for any picture of the category.
        public var search: String?
        /// What a search looks for.
        public var type = MediaType.image
        /// How many pictures are wanted, 1 to 20; of a server of one's own, up to 10,000.
        public var amount = 1

        /// One picture of `category`.
        public init(category: String?) { self.category = category }
    }
}
