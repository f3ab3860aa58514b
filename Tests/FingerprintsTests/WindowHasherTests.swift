import Fingerprints
import Randomness
import Testing

@Suite struct WindowHasherTests {
    /// Levels that change smoothly from cell to cell.
    private static func grid(seed: UInt64) -> [UInt8] {
        var generator = SplitMix64(seed: seed)
        let knots = (0..<81).map { _ in Int(generator.next() % 256) }
        return (0..<4096).map { index in
            let (x, y) = (index % 64, index / 64)
            let (column, row) = (x / 8, y / 8)
            func knot(_ across: Int, _ down: Int) -> Int { knots[(row + down) * 9 + column + across] }
            let upper = knot(0, 0) * (8 - x % 8) + knot(1, 0) * (x % 8)
            let lower = knot(0, 1) * (8 - x % 8) + knot(1, 1) * (x % 8)
            return UInt8((upper * (8 - y % 8) + lower * (y % 8)) / 64)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `all of a picture has the bits that its samples have by PDQ`(
        seed: UInt64
    ) throws {
        let luma = Self.grid(seed: seed)
        var grid = PDQGrid()
        grid.samples = luma.map(Float.init)
        var transform = PDQTransform()
        var coefficients = [SIMD16<Float>](repeating: SIMD16(), count: 16)
        transform.transform(grid, into: &coefficients)
        let expected = PDQ(coefficients: coefficients, quality: 100).fingerprint
        let code = try #require(WindowHasher([.whole]).codes(of: luma)[0])
        // Sums run in another order: a coefficient that is all but the median may fall on its other side.
        #expect(expected.distance(to: Fingerprint(words: code, quality: 100)) <= 4)
    }

    @Test(arguments: [4, 5] as [UInt64]) func `a part has the bits of what was cut out`(seed: UInt64) throws {
        let luma = Self.grid(seed: seed)
        let window = Window(left: 8, top: 16, width: 32, height: 32)
        // Each cell of the part is two of the cut by two.
        let cut = (0..<4096).map { (index: Int) -> UInt8 in
            let (row, column) = (16 + index / 64 / 2, 8 + index % 64 / 2)
            return luma[row * 64 + column]
        }
        let (one, other) = (WindowHasher([window]).codes(of: luma)[0], WindowHasher([.whole]).codes(of: cut)[0])
        let distance = Fingerprint(words: try #require(one), quality: 100)
            .distance(to: Fingerprint(words: try #require(other), quality: 100))
        #expect(distance <= 24)
        // The same window among others has the same code.
        #expect(WindowHasher([.whole, window, window]).codes(of: luma)[1...] == [one, one])
    }

    @Test func `a part with nothing in it has no code`() {
        var luma = Self.grid(seed: 6)
        for row in 0..<20 { for column in 0..<64 { luma[row * 64 + column] = 200 } }
        let windows = [Window(left: 0, top: 0, width: 64, height: 16), Window(left: 0, top: 30, width: 64, height: 30)]
        let codes = WindowHasher(windows).codes(of: luma)
        #expect(codes[0] == nil && codes[1] != nil)
    }
}
