internal import CHamming

/// Codes as four columns of words, as the distance kernels read them.
struct CodeColumns: Sendable {
    private let words: [[UInt64]]

    /// The number of codes.
    var count: Int { words[0].count }

    init(_ codes: [SIMD4<UInt64>]) {
        words = (0..<4).map { lane in codes.map { $0[lane] } }
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
