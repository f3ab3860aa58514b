internal import JSONText
internal import Manifests

/// Writes pictures as Nekosia does, keys in the service's order.
struct NekosiaImageWriter {
    /// The start of all URLs.
    let base: String

    /// The members of a picture, between those that stand before and behind them.
    func write(
        _ picture: ShelfPicture, compressed: CompressedFacts, withRatingScores: Bool = false,
        to writer: inout JSONWriter
    ) {
        writer.member("id", picture.identifier)
        writer.object("colors") { writer in
            writer.member("main", picture.mainColor)
            writer.member("palette", picture.palette)
        }
        writer.object("image") { writer in
            let folder = "\(base)/images/\(PercentCoding.encoded(picture.category))/\(picture.identifier)"
            writer.object("original") { writer in
                writer.member("url", "\(folder).\(picture.original.urlExtension)")
                writer.member("extension", picture.original.facts.fileExtension)
            }
            writer.object("compressed") { writer in
                writer.member("url", "\(folder)-compressed.jpg")
                writer.member("extension", compressed.fileExtension)
            }
        }
        writer.object("metadata") { writer in
            let facts = picture.original.facts
            writer.object("original") { writer in
                writer.facts(facts.width, facts.height, facts.bytes, facts.fileExtension)
            }
            writer.object("compressed") { writer in
                writer.facts(compressed.width, compressed.height, compressed.bytes, compressed.fileExtension)
            }
        }
        writer.member("category", picture.category)
        writer.member("tags", picture.annotations.tags)
        if withRatingScores {
            write(ratingOf: picture, to: &writer)
        } else {
            writer.member("rating", picture.annotations.rating)
        }
        write(creditsOf: picture, to: &writer)
    }

    /// `getImageById` says the rating in an object, with what a classifier thinks; no classifier was asked here.
    private func write(ratingOf picture: ShelfPicture, to writer: inout JSONWriter) {
        writer.object("rating") { writer in
            writer.member("rating", picture.annotations.rating)
            writer.member("available", false)
            for name in ["neutral", "drawing", "sexy", "porn", "hentai"] { writer.member(name, 0) }
        }
    }

    private func write(creditsOf picture: ShelfPicture, to writer: inout JSONWriter) {
        let annotations = picture.annotations
        writer.object("anime") { writer in
            writer.member("title", annotations.anime)
            writer.member("character", annotations.character)
        }
        writer.object("source") { writer in
            writer.member("url", picture.page)
            writer.member("direct", picture.direct)
        }
        writer.object("attribution") { writer in
            writer.object("artist") { writer in
                writer.member("username", annotations.artist?.name)
                writer.member("profile", annotations.artist?.url)
            }
            writer.member("copyright", annotations.copyright)
        }
    }
}

/// What an answer says of the compressed form of a picture.
typealias CompressedFacts = ShelfFile.Facts

extension JSONWriter {
    /// The member `name`, an object of what `body` writes.
    mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
        key(name)
        beginObject()
        body(&self)
        endObject()
    }

    fileprivate mutating func facts(_ width: Int, _ height: Int, _ bytes: Int?, _ fileExtension: String) {
        member("width", width)
        member("height", height)
        member("size", bytes)
        member("extension", fileExtension)
    }
}
