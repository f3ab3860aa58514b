internal import CPlanes

/// A picture as PDQ sees it: 64x64 samples of luma.
package struct PDQGrid: Sendable {
    /// The samples, 0 (black) to 255 (white), row-major.
    package var samples = [Float](repeating: 0, count: 4096)

    /// A black grid.
    package init() {}

    /// 64 rows of 64 levels as samples.
    package static func samples(of levels: [UInt8]) -> [Float] {
        precondition(levels.count == 4096, "\(levels.count) cells instead of 4096")
        return unsafe [Float](unsafeUninitializedCapacity: 4096) { samples, count in
            unsafe levels.withUnsafeBufferPointer { levels in
                guard let first = levels.baseAddress, let start = samples.baseAddress else { return }
                // As many are read and written as both have.
                unsafe planes_widen(planes_best(), first, 4096, 0, start)
            }
            count = 4096
        }
    }

    /// `quality` of samples that are whole levels, in integers: the same number, for nothing but a multiple of 51 is a whole
    /// number of percent, which no rounding reaches.
    package static func quality(of levels: [UInt8]) -> Int {
        precondition(levels.count == 4096, "\(levels.count) cells instead of 4096")
        // 64 rows of 64 are there.
        let sum = unsafe levels.withUnsafeBufferPointer { levels in
            unsafe levels.baseAddress.map { unsafe planes_unrest(planes_best(), $0, 64) } ?? 0
        }
        return min(100, Int(sum) / 90)
    }

    /// PDQ's measure of how much there is to see: 0 to 100.
    ///
    /// The differences between neighbors, in percent of the range and truncated so that small ones do not add up,
    /// summed and divided by 90. Both constants are the reference's.
    package var quality: Int {
        var sum = SIMD16<Float>()
        // The last block of a row looks to the left, for it has no right neighbor: no load leaves the 4096 samples.
        unsafe samples.withUnsafeBytes { bytes in
            for first in stride(from: 0, to: 4096, by: 16) {
                let here = unsafe bytes.loadUnaligned(fromByteOffset: 4 * first, as: SIMD16<Float>.self)
                if first < 4032 {
                    let below = unsafe bytes.loadUnaligned(fromByteOffset: 4 * first + 256, as: SIMD16<Float>.self)
                    sum += PDQGrid.percent(here - below)
                }
                if first % 64 < 48 {
                    let right = unsafe bytes.loadUnaligned(fromByteOffset: 4 * first + 4, as: SIMD16<Float>.self)
                    sum += PDQGrid.percent(here - right)
                } else {
                    let left = unsafe bytes.loadUnaligned(fromByteOffset: 4 * first - 4, as: SIMD16<Float>.self)
                    var difference = left - here
                    // The first of these was counted with the block before.
                    difference[0] = 0
                    sum += PDQGrid.percent(difference)
                }
            }
        }
        // Whole numbers far below 2^24, so the order of this sum does not matter.
        return min(100, Int(sum.sum()) / 90)
    }

    /// The size of each difference in percent of the range, truncated.
    @inline(__always)
    private static func percent(_ difference: SIMD16<Float>) -> SIMD16<Float> {
        let exact = (difference * 100) / 255
        let size = exact.replacing(with: -exact, where: exact .< 0)
        // Adding 2^23 leaves no bits for a fraction; what was rounded up is brought back.
        let rounded = (size + SIMD16(repeating: 8_388_608)) - SIMD16(repeating: 8_388_608)
        return rounded.replacing(with: rounded - 1, where: rounded .> size)
    }
}
