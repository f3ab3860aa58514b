public import Fetching

/// Who made a picture of nekos.best, and where it is from: in an answer's JSON, or in the header of a file.
public struct NekosBestCredits: Sendable, Hashable {
    /// The artist's name.
    public let artist: String?
    /// The artist's page, of which the service is not always sure.
    public let artistPage: String?
    /// The page of the picture at its publisher.
    public let page: String?
    /// The series, in free text.
    public let anime: String?

    init(artist: String?, artistPage: String?, page: String?, anime: String?) {
        self.artist = artist
        self.artistPage = artistPage
        self.page = page
        self.anime = anime
    }

    /// What the header of a file says, in URL encoding.
    public init(headers: HTTPFields) {
        self.init(
            artist: headers["artist_name"].map { Self.decoded($0, plusIsSpace: true) },
            artistPage: headers["artist_href"].map { Self.decoded($0, plusIsSpace: false) },
            page: headers["source_url"].map { Self.decoded($0, plusIsSpace: false) },
            anime: headers["anime_name"].map { Self.decoded($0, plusIsSpace: true) })
    }

    /// The text that `encoded` stands for; what is no valid encoding of UTF-8 stays as it is.
    ///
    /// - Parameter plusIsSpace: in names; that a server encodes a plus that is meant was never recorded, and every form
    ///   encoder does.
    private static func decoded(_ encoded: String, plusIsSpace: Bool) -> String {
        var bytes: [UInt8] = []
        var rest = Array(encoded.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = digit(rest.popFirst()), let low = digit(rest.popFirst()) else { return encoded }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? encoded
    }

    private static func digit(_ byte: UInt8?) -> UInt8? {
        guard let byte, byte < 0x80, let value = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
        return UInt8(value)
    }
}
