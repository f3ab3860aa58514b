internal import CHamming

/// Codes as four columns of words, as the distance kernels read them.
struct CodeColumns: Sendable {
    private(set) var words: [[UInt64]]

    /// The number of codes.
    var count: Int { words[0].count }

    init(_ codes: [SIMD4<UInt64>]) {
        words = (0..<4).map { lane in codes.map { $0[lane] } }
    }

    /// Columns of `count` codes to be filled by `set`.
    init(count: Int) {
        words = [[UInt64]](repeating: [UInt64](repeating: 0, count: count), count: 4)
    }

    /// Puts the codes in the order of `order`, with the word `lane` last: the first two words are to tell codes apart, and
    /// codes of one bucket agree in a part of that one.
    mutating func fill(with codes: [SIMD4<UInt64>], order: [UInt32], last lane: Int) {
        for column in 0..<4 {
            let source = (lane + 1 + column) & 3
            var target = words[column].mutableSpan
            for row in order.indices { target[row] = codes[Int(order[row])][source] }
        }
    }

    /// Every row within `radius` of `code`, by row.
    func rows(within radius: UInt32, of code: SIMD4<UInt64>, kernel: hamming_kernel = hamming_best()) -> [HammingMatch]
    {
        let query = [code[0], code[1], code[2], code[3]]
        let hits = unsafe withPointers { columns in
            // The kernel writes at most one hit a row, and says how many.
            unsafe [hamming_pair](unsafeUninitializedCapacity: count) { hits, written in
                guard let base = hits.baseAddress else { return }
                written = unsafe hamming_scan(kernel, query, 0, columns, 0, count, radius, base)
            }
        }
        return hits.map { HammingMatch(position: Int($0.b), distance: Int($0.distance)) }
    }

    /// Calls `body` with the columns' addresses, which hold only while it runs.
    func withPointers<Result>(_ body: (hamming_columns) -> Result) -> Result {
        unsafe words[0].withUnsafeBufferPointer { first in
            unsafe words[1].withUnsafeBufferPointer { second in
                unsafe words[2].withUnsafeBufferPointer { third in
                    unsafe words[3].withUnsafeBufferPointer { fourth in
                        unsafe body(
                            hamming_columns(
                                first: first.baseAddress, second: second.baseAddress, third: third.baseAddress,
                                fourth: fourth.baseAddress))
                    }
                }
            }
        }
    }
}
