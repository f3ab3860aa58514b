import CHamming
import Testing
import TestSupport

@Suite struct HammingKernelTests {
    private static let kernels: [hamming_kernel] = [.popcnt, .avx2, .avx512, .neon].filter(hamming_supports)

    @Test func `every kernel of this processor finds what plain code finds`() {
        for radius: UInt32 in [0, 5, 31, 100, 128, 256] {
            for count in [0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 63, 200] {
                let codes = Codes.clustered(count: count, seed: UInt64(count) + UInt64(radius))
                let query = codes.first ?? SIMD4(1, 2, 3, 4)
                let expected = codes.indices.filter { Codes.distance(codes[$0], query) <= Int(radius) }
                for kernel in [.scalar] + Self.kernels {
                    let hits = Columns(codes).scan(kernel, query, radius)
                    #expect(hits.map { Int($0.b) } == expected)
                    for hit in hits {
                        #expect(hit.a == 7)
                        #expect(Int(hit.distance) == Codes.distance(codes[Int(hit.b)], query))
                    }
                }
            }
        }
    }

    @Test func `every kernel sifts what plain code lets through`() {
        for (seed, limits) in [(1, (3, 7)), (2, (5, 9)), (3, (8, 16))] {
            let rows = SiftedRows(seed: UInt64(seed), masks: [0, 1, 3, 256], near: limits.0, far: limits.1)
            for once in [true, false] {
                let expected = rows.plain(once: once)
                #expect(expected.count > 20)
                for kernel in [.scalar] + Self.kernels { #expect(rows.sifted(kernel, once: once) == expected) }
            }
        }
    }

    @Test func `the chosen kernel runs here and plain code always does`() {
        #expect(hamming_supports(hamming_best()))
        #expect(hamming_supports(.scalar))
    }
}

/// Codes as the kernels read them.
private struct Columns {
    private let words: [[UInt64]]

    init(_ codes: [SIMD4<UInt64>]) { words = (0..<4).map { lane in codes.map { $0[lane] } } }

    func scan(_ kernel: hamming_kernel, _ query: SIMD4<UInt64>, _ radius: UInt32) -> [hamming_pair] {
        let count = words[0].count
        let plain = (0..<4).map { query[$0] }
        // One hit a row at most, and the arrays outlive the call.
        return unsafe [hamming_pair](unsafeUninitializedCapacity: count + 1) { hits, written in
            guard let base = hits.baseAddress else { return }
            unsafe words[0].withUnsafeBufferPointer { first in
                unsafe words[1].withUnsafeBufferPointer { second in
                    unsafe words[2].withUnsafeBufferPointer { third in
                        unsafe words[3].withUnsafeBufferPointer { fourth in
                            let columns = unsafe hamming_columns(
                                first: first.baseAddress, second: second.baseAddress, third: third.baseAddress,
                                fourth: fourth.baseAddress)
                            written = unsafe hamming_scan(kernel, plain, 7, columns, 0, count, radius, base)
                        }
                    }
                }
            }
        }
    }
}
