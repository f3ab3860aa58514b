internal import CHamming

/// All pairs of distinct codes within a radius, by the sixteen chunks of `ChunkQuotas`.
///
/// For each chunk the codes are sorted by its value, and buckets whose values differ in less than the quota are compared by
/// the next 64 bits alone, four bytes at a time; only what passes there is looked up and counted. A pair is handed over from
/// the first chunk that finds it, hence once. Memory is that of one chunk at a time: 12 bytes a code beside the codes.
struct BucketJoin {
    /// Rows of a bucket that are compared with others in one go, which bounds what one go finds.
    private static let rows = 1024
    /// Pieces a core between two handings-over: enough to keep all cores busy, few enough not to hold many pairs.
    private static let depth = 8

    private let codes: [SIMD4<UInt64>]
    private let quotas: ChunkQuotas
    private let kernel: hamming_kernel
    /// Where there are two sets, of which only pairs across are wanted: where the second begins.
    private let split: Int?

    init(
        codes: consuming [SIMD4<UInt64>], split: Int? = nil, radius: Int, kernel: hamming_kernel = hamming_best()
    ) {
        let permutation = BitPermutation()
        // In place, where nobody else holds them.
        var codes = codes
        for place in codes.indices { codes[place] = permutation.applied(to: codes[place]) }
        self.codes = codes
        quotas = ChunkQuotas(radius: min(radius, 255))
        self.kernel = kernel
        self.split = split
    }

    /// Hands over all pairs in lots, whose order depends on nothing but the codes.
    func visit<Failure: Error>(_ body: ([HammingPair]) throws(Failure) -> Void) throws(Failure) {
        var buckets = ChunkBuckets(count: codes.count)
        for chunk in 0..<16 where quotas.quotas[chunk] > 0 {
            buckets.fill(with: codes, chunk: chunk, split: split)
            try visit(chunk, of: buckets, body)
        }
    }

    private func visit<Failure: Error>(
        _ chunk: Int, of buckets: ChunkBuckets, _ body: ([HammingPair]) throws(Failure) -> Void
    ) throws(Failure) {
        let pieces = pieces(of: buckets)
        let reach = SiftLimits(quotas, chunk: chunk, once: split == nil)
        let lot = max(1, Cores.count * Self.depth)
        for first in stride(from: 0, to: pieces.count, by: lot) {
            let work = pieces[first..<min(first + lot, pieces.count)]
            let found = Cores.results(of: work.count) { index in
                pairs(in: work[first + index], chunk: chunk, of: buckets, within: reach)
            }
            for pairs in found where !pairs.isEmpty { try body(pairs) }
        }
    }

    /// All values, in runs of as many as have together some thousand rows.
    private func pieces(of buckets: ChunkBuckets) -> [Range<Int>] {
        let enough = max(4096, codes.count / 1024)
        var pieces: [Range<Int>] = []
        var first = 0
        for value in 0..<65536
        where value == 65535 || Int(buckets.starts[value + 1]) - Int(buckets.starts[first]) >= enough {
            pieces.append(first..<value + 1)
            first = value + 1
        }
        return pieces
    }

    /// The pairs that `chunk` is the first to find, of which one has a value in `values`.
    private func pairs(
        in values: Range<Int>, chunk: Int, of buckets: ChunkBuckets, within reach: SiftLimits
    ) -> [HammingPair] {
        var found: [HammingPair] = []
        var hits = [hamming_candidate](repeating: hamming_candidate(), count: 16 * Self.rows)
        unsafe buckets.withPointers { pointers in
            for value in values {
                let all = buckets.rows(of: value, isSplit: split != nil)
                for begin in stride(from: all.lowerBound, to: all.upperBound, by: Self.rows) {
                    let rows = begin..<min(begin + Self.rows, all.upperBound)
                    unsafe reach.sift(rows, value: UInt16(value), of: pointers, by: kernel, into: &hits) { hit in
                        let (a, b) = (buckets.order[Int(hit.a)], buckets.order[Int(hit.b)])
                        let difference = codes[Int(a)] ^ codes[Int(b)]
                        let distance = HammingPair.bits(of: difference)
                        guard distance <= quotas.radius,
                            quotas.finds(difference, firstFrom: chunk)
                        else { return }
                        found.append(HammingPair(a, b, distance: distance))
                    }
                }
            }
        }
        return found
    }
}
