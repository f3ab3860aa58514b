public import JSONText

/// One picture as Nekosia describes it.
public struct NekosiaImage: Sendable, Hashable {
    /// A file of the picture.
    public struct Rendition: Sendable, Hashable {
        /// Where the file is.
        public let url: String
        /// Pixels a row.
        public let width: Int?
        /// Rows.
        public let height: Int?
        /// The size of the file. The service rewrites the artist's name in its files, so it may be out of date.
        public let bytes: Int?
        /// The extension as the service says it, `jpeg` also where the URL ends in `.jpg`.
        public let fileExtension: String?
    }

    /// 24 hexadecimal digits.
    public let id: String
    /// The main color as `#RRGGBB`.
    public let mainColor: String?
    /// The palette as `#RRGGBB`; its order means nothing.
    public let palette: [String]
    /// The file as it was uploaded.
    public let original: Rendition
    /// A JPEG of it that is always 1280 pixels wide, also where that enlarges.
    public let compressed: Rendition
    /// The picture's own main category, which need not be the one that was asked for.
    public let category: String?
    /// The tags in the service's order.
    public let tags: [String]
    /// The rating, as `safe`.
    public let rating: String?
    /// What else `getImageById` says of the rating: the percentages of a classifier.
    public let ratingScores: JSONObject
    /// The series.
    public let anime: String?
    /// Who is shown; several names are separated by commas.
    public let character: String?
    /// The page of the picture at its publisher.
    public let page: String?
    /// The picture's file at its publisher.
    public let direct: String?
    /// The artist's name.
    public let artist: String?
    /// The artist's page.
    public let artistPage: String?
    /// The notice of rights.
    public let copyright: String?
}
