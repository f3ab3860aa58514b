internal import Duplicates
internal import Fingerprints

/// The pictures that a run has grouped as entries of a search index.
struct GroupedEntries: SearchEntries {
    let pictures: [PictureFacts]
    /// Where the line of each begins.
    let offsets: [Int]

    var count: Int { pictures.count }

    func code(at position: Int) -> SIMD4<UInt64> { pictures[position].fingerprint.words }
    func offset(at position: Int) -> Int { offsets[position] }

    func digestPrefix(at position: Int) -> UInt64 {
        let prefix = pictures[position].contentPrefix
        // Zero for what is no digest, and for a digest that begins so.
        return prefix > 0 ? prefix : SearchHeader.prefix(of: pictures[position].digest) ?? 0
    }

    func isAnimated(at position: Int) -> Bool { pictures[position].isAnimated }
    func frames(at position: Int) -> [SIMD4<UInt64>] { pictures[position].frameKeys.frames.map(\.words) }
}
