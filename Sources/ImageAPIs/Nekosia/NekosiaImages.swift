public import Fetching

internal import JSONText

/// The answer to `GET /images/:category`: one picture at the top level, or several under `images`.
public struct NekosiaImages: Sendable, Hashable {
    /// How many pictures match at the service; not how many are here.
    public let matching: Int?
    /// The pictures of this answer.
    public let images: [NekosiaImage]

    /// What `answer` holds.
    public init(_ answer: HTTPAnswer) throws(NekosiaError) {
        self = try answer.nekosia { (reader) throws(JSONShapeError) in try NekosiaImages(reader) }
    }

    private init(_ reader: JSONReader) throws(JSONShapeError) {
        matching = try reader.integer("count")
        guard reader.value("images") != nil else {
            images = [try NekosiaImage(reader)]
            return
        }
        var images: [NekosiaImage] = []
        for section in try reader.sections("images") { images.append(try NekosiaImage(section)) }
        self.images = images
    }
}

extension NekosiaImage {
    /// What the answer to `GET /getImageById/:id` holds.
    public init(_ answer: HTTPAnswer) throws(NekosiaError) {
        self = try answer.nekosia { (reader) throws(JSONShapeError) in try NekosiaImage(reader) }
    }
}
