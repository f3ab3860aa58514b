internal import CHamming

/// All pairs of distinct codes within a radius t, by sixteen chunks of 16 bits.
///
/// The general pigeonhole: give chunk i a radius r(i) so that the sum of all r(i) + 1 is t + 1. Two codes within t bits
/// are then within r(i) in at least one chunk, for otherwise they would differ in t + 1 bits. So for each chunk only
/// buckets whose chunk values differ in at most r(i) bits are compared. A pair is reported from the first chunk in which
/// it qualifies, hence once.
struct BucketJoin {
    private let codes: [SIMD4<UInt64>]
    private let radius: Int
    private let kernel: hamming_kernel
    /// Where there are two sets, of which only pairs across are wanted: where the second begins.
    private let split: Int?
    /// The radius in each chunk; chunks beyond the radius' need have none.
    private let chunkRadii: [Int]

    init(codes: [SIMD4<UInt64>], split: Int? = nil, radius: Int, kernel: hamming_kernel = hamming_best()) {
        let permutation = BitPermutation()
        self.codes = codes.map(permutation.applied)
        self.radius = radius
        self.kernel = kernel
        self.split = split
        let largest = (radius + 16) / 16 - 1
        let full = radius + 1 - 16 * largest
        chunkRadii = (0..<16).map { $0 < full ? largest : largest - 1 }.filter { $0 >= 0 }
    }

    func pairs() -> [HammingPair] {
        var found: [HammingPair] = []
        var columns = CodeColumns(count: codes.count)
        for (chunk, chunkRadius) in chunkRadii.enumerated() {
            let sorted = CountingSort(keys: codes.map { UInt32(Self.value(of: chunk, in: $0)) }, bound: 65536)
            columns.fill(with: codes, order: sorted.order, last: chunk / 4)
            join(chunk, buckets: sorted, columns: columns, radius: chunkRadius, into: &found)
        }
        return found
    }

    private func join(
        _ chunk: Int, buckets: CountingSort, columns: CodeColumns, radius chunkRadius: Int,
        into found: inout [HammingPair]
    ) {
        let starts = buckets.starts
        let largest = (0..<65536).reduce(0) { max($0, Int(starts[$1 + 1] - starts[$1])) }
        let (firstEnds, secondStarts) = sides(of: buckets)
        let masks = (0..<65536).filter { $0.nonzeroBitCount <= chunkRadius }
        var scan = CrossScan(radius: UInt32(radius), rows: largest, kernel: kernel)
        unsafe columns.withPointers { pointers in
            for value in 0..<65536 where starts[value] < starts[value + 1] {
                let x = Int(starts[value])..<Int(firstEnds[value])
                for mask in masks where split != nil || value ^ mask >= value {
                    let y = Int(secondStarts[value ^ mask])..<Int(starts[(value ^ mask) + 1])
                    if y.isEmpty { continue }
                    unsafe scan.compare(x, y, of: pointers) { hit in
                        let a = buckets.order[Int(hit.a)]
                        let b = buckets.order[Int(hit.b)]
                        if isFirst(chunk, for: codes[Int(a)] ^ codes[Int(b)]) {
                            found.append(HammingPair(a, b, distance: Int(hit.distance)))
                        }
                    }
                }
            }
        }
    }

    /// For each bucket where its part of the first set ends, and where that of the second begins; of one set both are all.
    private func sides(of buckets: CountingSort) -> (firstEnds: [UInt32], secondStarts: [UInt32]) {
        let starts = buckets.starts
        guard let split else { return (Array(starts.dropFirst()), starts) }
        // The sort is stable, so in each bucket the first set stands before the second.
        let middles = (0..<65536).map { value in
            let bucket = buckets.order[Int(starts[value])..<Int(starts[value + 1])]
            return UInt32(bucket.firstIndex { $0 >= split } ?? bucket.endIndex)
        }
        return (middles, middles)
    }

    /// Whether no chunk before `chunk` would report two codes with this difference.
    private func isFirst(_ chunk: Int, for difference: SIMD4<UInt64>) -> Bool {
        for earlier in 0..<chunk
        where Self.value(of: earlier, in: difference).nonzeroBitCount <= chunkRadii[earlier] {
            return false
        }
        return true
    }

    private static func value(of chunk: Int, in code: SIMD4<UInt64>) -> UInt16 {
        UInt16(truncatingIfNeeded: code[chunk >> 2] >> UInt64((chunk & 3) * 16))
    }
}
