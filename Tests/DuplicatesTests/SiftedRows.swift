import CHamming
import Randomness

/// Rows in buckets of very different sizes, and what a sift of them is to let through.
struct SiftedRows {
    private var near: [UInt32] = []
    private var far: [UInt32] = []
    private var starts = [UInt32](repeating: 0, count: 65537)
    private let masks: [UInt16]
    private let nearLimit: Int
    private let farLimit: Int

    init(seed: UInt64, masks: [UInt16], near nearLimit: Int, far farLimit: Int) {
        (self.masks, self.nearLimit, self.farLimit) = (masks, nearLimit, farLimit)
        var generator = SplitMix64(seed: seed)
        for value in 0..<65536 {
            starts[value] = UInt32(near.count)
            let count = [0: 40, 1: 3, 2: 16, 3: 17, 256: 130, 257: 1][value] ?? 0
            for _ in 0..<count {
                // Few bits are set, so that many rows are close.
                near.append(UInt32(truncatingIfNeeded: generator.next() & generator.next() & generator.next()))
                far.append(UInt32(truncatingIfNeeded: generator.next() & generator.next() & generator.next()))
            }
        }
        starts[65536] = UInt32(near.count)
    }

    /// The pairs of rows that pass, found one by one.
    func plain(once: Bool) -> Set<SIMD2<UInt32>> {
        var pairs: Set<SIMD2<UInt32>> = []
        for value in UInt16(0)...257 {
            for mask in masks {
                for x in rows(of: value) {
                    for y in rows(of: value ^ mask) where !once || y > x {
                        if passes(x, y) { pairs.insert(SIMD2(UInt32(x), UInt32(y))) }
                    }
                }
            }
        }
        return pairs
    }

    /// What `kernel` lets through of that, each pair once; with hardly room for the hits, so that it stops and resumes.
    func sifted(_ kernel: hamming_kernel, once: Bool) -> Set<SIMD2<UInt32>>? {
        var pairs: Set<SIMD2<UInt32>> = []
        var count = 0
        for value in UInt16(0)...257 {
            let all = rows(of: value)
            for begin in stride(from: all.lowerBound, to: all.upperBound, by: 50) {
                for hit in hits(begin..<min(begin + 50, all.upperBound), value, kernel, once)
                where passes(Int(hit.a), Int(hit.b)) {
                    pairs.insert(SIMD2(hit.a, hit.b))
                    count += 1
                }
            }
        }
        return count == pairs.count ? pairs : nil
    }

    private func rows(of value: UInt16) -> Range<Int> { Int(starts[Int(value)])..<Int(starts[Int(value) + 1]) }

    private func passes(_ x: Int, _ y: Int) -> Bool {
        let distance = (near[x] ^ near[y]).nonzeroBitCount
        return distance <= nearLimit && distance + (far[x] ^ far[y]).nonzeroBitCount <= farLimit
    }

    private func hits(
        _ rows: Range<Int>, _ value: UInt16, _ kernel: hamming_kernel, _ once: Bool
    ) -> [hamming_candidate] {
        var all: [hamming_candidate] = []
        var cursor = hamming_cursor()
        var room = [hamming_candidate](repeating: hamming_candidate(), count: 16 * rows.count)
        let limits = [masks.map { _ in UInt8(nearLimit) }, masks.map { _ in UInt8(farLimit) }]
        while cursor.mask < masks.count {
            // All arrays outlive the call, which keeps no address.
            let count = unsafe near.withUnsafeBufferPointer { near in
                unsafe far.withUnsafeBufferPointer { far in
                    unsafe starts.withUnsafeBufferPointer { starts in
                        unsafe masks.withUnsafeBufferPointer { masks in
                            unsafe limits[0].withUnsafeBufferPointer { nears in
                                unsafe limits[1].withUnsafeBufferPointer { fars in
                                    var buckets = unsafe hamming_buckets(
                                        near: near.baseAddress, far: far.baseAddress, begins: starts.baseAddress,
                                        ends: starts.baseAddress?.advanced(by: 1))
                                    var bounds = unsafe hamming_limits(
                                        masks: masks.baseAddress, count: masks.count, near_limits: nears.baseAddress,
                                        far_limits: fars.baseAddress, once: once)
                                    return unsafe hamming_sift(
                                        kernel, &buckets, &bounds, value, rows.lowerBound, rows.upperBound, &cursor,
                                        &room, room.count)
                                }
                            }
                        }
                    }
                }
            }
            all += room[..<count]
        }
        return all
    }
}
