/// Keeps the ids of a manifest distinct: one that was seen before gets `#2`, `#3`, ... in the order of the source.
///
/// Only 64-bit hashes of the ids are kept, 8 bytes an item; should two of them ever be equal, an id gets a number that
/// it did not need, and gets it in every run.
struct Identities {
    private var seen: Set<UInt64> = []

    /// `id`, or `id` with a number if it was given before.
    mutating func unique(_ id: String) -> String {
        var candidate = id
        var number = 1
        while !seen.insert(Self.hash(candidate)).inserted {
            number += 1
            candidate = "\(id)#\(number)"
        }
        return candidate
    }

    /// FNV-1a (Fowler, Noll and Vo): the same on every machine, unlike `Hasher`.
    private static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }
}
