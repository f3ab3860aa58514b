/// Entries that were collected one by one.
struct ListedEntries: SearchEntries {
    private var codes: [SIMD4<UInt64>] = []
    private var offsets: [Int] = []
    private var digests: [UInt64] = []
    private var keys: [Int: [SIMD4<UInt64>]] = [:]

    var count: Int { codes.count }

    /// Adds a picture; see `SearchEntries`.
    mutating func add(
        code: SIMD4<UInt64>, digest: String, offset: Int, isAnimated: Bool, frames: [SIMD4<UInt64>]
    ) {
        if isAnimated { keys[count] = frames }
        codes.append(code)
        offsets.append(offset)
        digests.append(SearchHeader.prefix(of: digest) ?? 0)
    }

    func code(at position: Int) -> SIMD4<UInt64> { codes[position] }
    func offset(at position: Int) -> Int { offsets[position] }
    func digestPrefix(at position: Int) -> UInt64 { digests[position] }
    func isAnimated(at position: Int) -> Bool { keys[position] != nil }
    func frames(at position: Int) -> [SIMD4<UInt64>] { keys[position] ?? [] }
}
