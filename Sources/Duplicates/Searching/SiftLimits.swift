internal import CHamming

/// What rows of one chunk's buckets may differ in, in the terms of the kernels.
struct SiftLimits: Sendable {
    private let masks: [UInt16]
    private let nearLimits: [UInt8]
    private let farLimits: [UInt8]
    private let once: Bool

    /// - Parameter once: Whether one set is compared with itself, and each pair wanted once.
    init(_ quotas: ChunkQuotas, chunk: Int, once: Bool) {
        let masks = (0...UInt16.max).filter { $0.nonzeroBitCount < quotas.quotas[chunk] }
        let (near, far) = (quotas.nearLimits[chunk], quotas.farLimits[chunk])
        nearLimits = masks.map { UInt8(near - $0.nonzeroBitCount) }
        farLimits = masks.map { UInt8(far - $0.nonzeroBitCount) }
        self.masks = masks
        self.once = once
    }

    /// Compares `rows`, whose chunk is `value`, with all buckets within reach; `hits` has room for 16 times as many.
    @inline(__always)
    func sift(
        _ rows: Range<Int>, value: UInt16, of buckets: hamming_buckets, by kernel: hamming_kernel,
        into hits: inout [hamming_candidate], found: (hamming_candidate) -> Void
    ) {
        var cursor = hamming_cursor()
        while cursor.mask < masks.count {
            // The addresses hold during the call, which keeps none of them.
            let count = unsafe masks.withUnsafeBufferPointer { masks in
                unsafe nearLimits.withUnsafeBufferPointer { near in
                    unsafe farLimits.withUnsafeBufferPointer { far in
                        unsafe hits.withUnsafeMutableBufferPointer { hits in
                            guard let base = hits.baseAddress else { return 0 }
                            var buckets = unsafe buckets
                            var limits = unsafe hamming_limits(
                                masks: masks.baseAddress, count: masks.count, near_limits: near.baseAddress,
                                far_limits: far.baseAddress, once: once)
                            return unsafe hamming_sift(
                                kernel, &buckets, &limits, value, rows.lowerBound, rows.upperBound, &cursor, base,
                                hits.count)
                        }
                    }
                }
            }
            for hit in 0..<count { found(hits[hit]) }
        }
    }
}
