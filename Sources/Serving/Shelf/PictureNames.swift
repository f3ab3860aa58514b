internal import Manifests
internal import Sourcing

/// Gives each picture the two names under which the dialects know it, each only once.
///
/// Names depend on the manifest alone, in its order: the same dataset has the same URLs after a restart.
struct PictureNames {
    private var identifiers: Set<String> = []
    private var files: Set<String> = []

    /// 24 hexadecimal digits: Nekosia's own for its pictures, else the first of the SHA-256.
    mutating func identifier(for record: ManifestRecord, sha256: String) -> String {
        var own: String?
        if record.source.kind == "nekosia", let item = record.source.item, Self.isIdentifier(item) { own = item }
        return Self.unique(own, in: &identifiers, digest: sha256) { String($0.prefix(24)) }
    }

    /// nekos.best's own name for its pictures, else a UUID of the SHA-256.
    mutating func fileName(for record: ManifestRecord, category: String, sha256: String) -> String {
        var own: String?
        if record.source.kind == "nekosbest", let item = record.source.item {
            // Before April 2023 a file was known by its category and a number.
            let name = item.hasPrefix(category + "/") ? String(item.dropFirst(category.utf8.count + 1)) : item
            if Self.isFileName(name) { own = name }
        }
        return Self.unique(own, in: &files, digest: sha256, Self.uuid)
    }

    /// A UUID with our own meaning (RFC 9562, section 5.8) of the first 16 bytes of a digest.
    static func uuid(_ digest: String) -> String {
        var digits = Array(digest.utf8.prefix(32))
        guard digits.count == 32 else { return digest }
        digits[12] = UInt8(ascii: "8")
        // The variant is `10` in binary; the two other bits of the digit stay.
        let variants = Array("89ab".utf8)
        let value = Int(String(decoding: [digits[16]], as: UTF8.self), radix: 16) ?? 0
        digits[16] = variants[value & 3]
        let text = String(decoding: digits, as: UTF8.self)
        let ends = [0, 8, 12, 16, 20, 32]
        return zip(ends, ends.dropFirst()).map { start, end in
            String(text.dropFirst(start).prefix(end - start))
        }.joined(separator: "-")
    }

    /// `own`, or what `shorten` makes of the digest; where that was given before, of the digest with a number.
    private static func unique(
        _ own: String?, in taken: inout Set<String>, digest: String, _ shorten: (String) -> String
    ) -> String {
        var candidate = own ?? shorten(digest)
        var number = 1
        while !taken.insert(candidate).inserted {
            number += 1
            let numbered = Array("\(digest)#\(number)".utf8)
            candidate = shorten(ContentDigest(of: numbered.span).hexadecimal)
        }
        return candidate
    }

    private static func isIdentifier(_ text: String) -> Bool {
        text.utf8.count == 24 && text.utf8.allSatisfy { $0 < 0x80 }
            && text.allSatisfy { "0123456789abcdef".contains($0) }
    }

    private static func isFileName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
