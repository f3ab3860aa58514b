/// How a truth file names a picture: by its path or id, or by the SHA-256 of its bytes.
public struct PictureName: Sendable, Hashable {
    /// UTF-8, compared byte by byte: Swift calls a composed and a decomposed accent the same text.
    let bytes: [UInt8]

    /// The name that `text` is.
    public init(_ text: String) { bytes = Array(text.utf8) }

    /// The name as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it is a SHA-256 in lower-case hexadecimal.
    var isDigest: Bool {
        bytes.count == 64 && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// The parts of the path from its end, without what only says where the reader stands.
    var partsFromEnd: [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
            .reversed()
    }
}
