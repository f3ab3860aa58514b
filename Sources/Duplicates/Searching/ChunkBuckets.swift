internal import CHamming

/// Codes sorted by one of their chunks. The same memory serves one chunk after the other.
struct ChunkBuckets: Sendable {
    /// For each row which code it is, ascending by the chunk's value, then by position.
    private(set) var order: [UInt32]
    /// For each value where its rows start; one more for the end.
    private(set) var starts: [UInt32]
    /// Where in each bucket the second of two sets begins, and the bucket's end.
    private var others: [UInt32]
    private var near: [UInt32]
    private var far: [UInt32]

    /// Room for `count` codes.
    init(count: Int) {
        order = [UInt32](repeating: 0, count: count)
        near = order
        far = order
        starts = [UInt32](repeating: 0, count: 65537)
        others = starts
    }

    /// Sorts `codes` by `chunk`. Of two sets the second begins at the position `split`.
    mutating func fill(with codes: [SIMD4<UInt64>], chunk: Int, split: Int?) {
        var next = [UInt32](repeating: 0, count: 65537)
        var middles = next
        count(codes, chunk, split, into: &next, before: &middles)
        for value in 0..<65536 { next[value + 1] += next[value] }
        starts = next
        others = split == nil ? next : middles
        if split != nil { for value in 0..<65536 { others[value] += next[value] } }
        Self.place(codes, chunk, at: &next, order: &order, near: &near, far: &far)
    }

    /// Puts each code into the next free row of its value.
    private static func place(
        _ codes: [SIMD4<UInt64>], _ chunk: Int, at next: inout [UInt32], order: inout [UInt32], near: inout [UInt32],
        far: inout [UInt32]
    ) {
        let codes = codes.span
        var next = next.mutableSpan
        var order = order.mutableSpan
        var near = near.mutableSpan
        var far = far.mutableSpan
        for position in 0..<codes.count {
            let window = ChunkWindow(codes[position], at: chunk)
            let row = Int(next[Int(window.value)])
            next[Int(window.value)] += 1
            order[row] = UInt32(truncatingIfNeeded: position)
            near[row] = window.near
            far[row] = window.far
        }
    }

    /// Counts at each value plus one the codes that have it, and at the value itself those before `split`.
    private func count(
        _ codes: [SIMD4<UInt64>], _ chunk: Int, _ split: Int?, into counts: inout [UInt32],
        before firsts: inout [UInt32]
    ) {
        let codes = codes.span
        var counts = counts.mutableSpan
        var firsts = firsts.mutableSpan
        for position in 0..<codes.count {
            let value = Int(ChunkWindow(codes[position], at: chunk).value)
            counts[value + 1] += 1
            if let split, position < split { firsts[value] += 1 }
        }
    }

    /// The rows of `value` that are compared with others: of two sets those of the first.
    func rows(of value: Int, isSplit: Bool) -> Range<Int> {
        Int(starts[value])..<Int(isSplit ? others[value] : starts[value + 1])
    }

    /// Calls `body` with the addresses of everything, which hold only while it runs.
    func withPointers<Result>(_ body: (hamming_buckets) -> Result) -> Result {
        unsafe near.withUnsafeBufferPointer { near in
            unsafe far.withUnsafeBufferPointer { far in
                unsafe others.withUnsafeBufferPointer { begins in
                    unsafe starts.withUnsafeBufferPointer { starts in
                        unsafe body(
                            hamming_buckets(
                                near: near.baseAddress, far: far.baseAddress, begins: begins.baseAddress,
                                ends: starts.baseAddress?.advanced(by: 1)))
                    }
                }
            }
        }
    }
}
