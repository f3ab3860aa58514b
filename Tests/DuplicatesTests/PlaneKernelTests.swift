import CPlanes
import Randomness
import Testing

@Suite struct `Kernels of planes` {
    private static let cells = 64 * 64

    /// Seeded values between -200 and 200, with one that is no number's neighbor in size.
    private static func plane(_ seed: UInt64, count: Int = cells) -> [Float] {
        var numbers = SplitMix64(seed: seed)
        var plane = (0..<count).map { _ in Float(Int(numbers.next() % 400_001) - 200_000) / 1000 }
        plane[count / 3] = 1e9
        return plane
    }

    @Test func `the fastest gives the bits of the plain one`() {
        let (best, plain) = (planes_best(), planes_kernel.plain)
        let target = Self.plane(1)
        var weights = [[Float]](repeating: [Float](repeating: 0, count: Self.cells), count: 2)
        for (place, kernel) in [plain, best].enumerated() {
            unsafe planes_weigh(kernel, target, 0.031, Self.cells, &weights[place])
        }
        #expect(weights[0] == weights[1])
        for terms in 1..<planes_most {
            let planes = Self.plane(UInt64(terms) + 2, count: terms * Self.cells)
            var sums = [[Double]](repeating: [Double](repeating: 0, count: terms * (terms + 1)), count: 2)
            var left = [[Float]](repeating: [Float](repeating: 0, count: Self.cells), count: 2)
            let factors = (0..<terms).map { Float($0) * 0.37 - 1 }
            for (place, kernel) in [plain, best].enumerated() {
                unsafe planes_products(kernel, planes, terms, target, weights[0], Self.cells, &sums[place])
                unsafe planes_subtract(kernel, target, planes, terms, factors, Self.cells, &left[place])
            }
            #expect(sums[0] == sums[1])
            #expect(left[0] == left[1])
        }
    }

    @Test func `counts, smoothing and steepness agree to the bit`() {
        let cells = Self.plane(99)
        var counts = [[UInt16]](repeating: [UInt16](repeating: 0, count: 2048), count: 2)
        var smooth = [[Float]](repeating: [Float](repeating: 0, count: Self.cells), count: 2)
        var steep = smooth
        for (place, kernel) in [planes_kernel.plain, planes_best()].enumerated() {
            unsafe planes_count(kernel, cells, 64, 64, 2, &counts[place], 2048)
            unsafe planes_smooth(kernel, cells, 64, &smooth[place])
            unsafe planes_steepness(kernel, cells, 64, &steep[place])
        }
        #expect(counts[0] == counts[1])
        #expect(counts[0].reduce(0) { $0 + Int($1) } == 32 * 64)
        #expect(smooth[0] == smooth[1])
        #expect(steep[0] == steep[1])
    }

    @Test func `projections and what a tile is held against agree to the bit`() {
        let (cells, waves) = (Self.plane(5), Self.plane(6, count: 1024))
        let levels = cells.map { UInt8(truncatingIfNeeded: Int($0)) }
        let steep = cells.map { $0 * $0 }
        var (sums, relative, means, wide) = ([[Float]](), [[Float]](), [[Float]](), [[Float]]())
        var (rest, unrest) = ([Float](), [UInt32]())
        for kernel in [planes_kernel.plain, planes_best()] {
            var made = [Float](repeating: 0, count: 1024)
            unsafe planes_project(kernel, cells, 64, 64, waves, 16, 64, &made, 16)
            sums.append(made)
            made = [Float](repeating: 0, count: Self.cells)
            unsafe planes_relate(kernel, cells, steep, steep.reversed(), Self.cells, &made)
            relative.append(made)
            unsafe planes_means(kernel, relative[0], 64, 4, &made)
            means.append(made)
            unsafe planes_widen(kernel, levels, Self.cells, 128, &made)
            wide.append(made)
            rest.append(unsafe planes_rest(kernel, means[0], 64, means[0].max() ?? 0, 8))
            unrest.append(unsafe planes_unrest(kernel, levels, 64))
        }
        #expect(sums[0] == sums[1] && relative[0] == relative[1] && means[0] == means[1] && wide[0] == wide[1])
        #expect(rest[0] == rest[1] && unrest[0] == unrest[1])
    }

    @Test func `projections, means and neighbors are what loops make of them`() {
        let cells = (0..<Self.cells).map { Float($0 * 7 % 256) }
        let waves = (0..<1024).map { Float($0 % 5) }
        let (best, levels) = (planes_best(), cells.map { UInt8($0) })
        var sums = [Float](repeating: 0, count: 1024)
        unsafe planes_project(best, cells, 64, 64, waves, 16, 64, &sums, 16)
        var sum: Float = 0
        for term in 0..<64 { sum += cells[128 + term] * waves[16 * term + 3] }
        #expect(sums[35] == sum)
        var means = [Float](repeating: 1, count: Self.cells)
        unsafe planes_means(best, cells, 64, 2, &means)
        #expect(means[70] == (cells[70] + cells[71] + cells[134] + cells[135]) / 4)
        #expect(means[63] == 0 && means[63 * 64] == 0)
        means[64 * 30 + 30] = 1000
        #expect(unsafe planes_rest(best, means, 64, 1000, 8) == means.filter { $0 < 1000 }.max())
        var expected = 0
        for (index, level) in cells.enumerated() {
            if index % 64 < 63 { expected += Int(abs(level - cells[index + 1]) * 100 / 255) }
            if index < 63 * 64 { expected += Int(abs(level - cells[index + 64]) * 100 / 255) }
        }
        #expect(unsafe Int(planes_unrest(best, levels, 64)) == expected)
        for level in [-1, 0, 7, 255, 256] {
            let below = levels[..<255].count { Int($0) < level }
            #expect(unsafe planes_below(levels, 255, Int32(level)) == below)
        }
    }

    @Test func `sums of products are what a loop adds up to`() {
        let planes = (0..<2 * 64).map { Float($0 % 7) }
        let target = (0..<64).map { Float($0 % 5) }
        var sums = [Double](repeating: 0, count: 6)
        unsafe planes_products(planes_best(), planes, 2, target, nil, 64, &sums)
        func sum(_ one: ArraySlice<Float>, _ other: ArraySlice<Float>) -> Double {
            zip(one, other).reduce(0) { $0 + Double($1.0 * $1.1) }
        }
        #expect(sums[0] == sum(planes[..<64], planes[..<64]))
        #expect(sums[1] == sum(planes[..<64], planes[64...]))
        #expect(sums[2] == sum(planes[..<64], target[...]))
        #expect(sums[5] == sum(planes[64...], target[...]))
    }

    @Test func `what is no number is counted as the largest`() {
        var cells = [Float](repeating: 0, count: 64)
        (cells[0], cells[1], cells[2]) = (.nan, .infinity, -1e30)
        var counts = [UInt16](repeating: 0, count: 16)
        unsafe planes_count(planes_best(), cells, 8, 8, 1, &counts, 16)
        #expect(counts[15] == 3 && counts[0] == 61)
    }
}
