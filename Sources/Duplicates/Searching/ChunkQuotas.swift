/// Which differences of two codes one of their chunks has to show if the codes are within a radius.
///
/// A code is a ring of sixteen chunks of 16 bits. Give chunk i a quota n(i), so that all quotas add up to the radius plus
/// one. Two codes within the radius differ in fewer bits than all quotas together, so there is a chunk from which on, round
/// the ring, the differences of the next 1, 2, ... 16 chunks together are always below their quotas: the one behind the
/// last place where the sum of differences less quotas is largest. So it is enough to look, from every chunk, at codes that
/// differ there in less than its quota, in it and the next two in less than theirs, and likewise in five.
/// Source of the ring: Qin and Xiao, "Pigeonring: A Principle for Faster Thresholded Similarity Search", 2018.
struct ChunkQuotas: Sendable {
    /// Bits that differ at most.
    let radius: Int
    /// The quotas; 0 where no chain begins.
    let quotas: [Int]
    /// What three chunks from each one on may differ in together.
    let nearLimits: [Int]
    /// What five may.
    let farLimits: [Int]

    init(radius: Int) {
        self.radius = radius
        let quotas = (0..<16).map { (radius + 1) / 16 + ($0 < (radius + 1) % 16 ? 1 : 0) }
        func limits(_ count: Int) -> [Int] {
            (0..<16).map { chunk in (0..<count).reduce(-1) { $0 + quotas[(chunk + $1) & 15] } }
        }
        self.quotas = quotas
        nearLimits = limits(3)
        farLimits = limits(5)
    }

    /// Whether two codes with this difference are found from `chunk`.
    @inline(__always)
    func finds(_ difference: SIMD4<UInt64>, from chunk: Int) -> Bool {
        let window = ChunkWindow(difference, at: chunk)
        let own = window.value.nonzeroBitCount
        if own >= quotas[chunk] { return false }
        let near = own + window.near.nonzeroBitCount
        return near <= nearLimits[chunk] && near + window.far.nonzeroBitCount <= farLimits[chunk]
    }

    /// Whether `chunk` is the first from which they are found.
    @inline(__always)
    func finds(_ difference: SIMD4<UInt64>, firstFrom chunk: Int) -> Bool {
        for earlier in 0..<chunk where finds(difference, from: earlier) { return false }
        return finds(difference, from: chunk)
    }
}
