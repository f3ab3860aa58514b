/// The PDQ fingerprint of a picture, and those that its mirrored and turned versions have.
public struct PDQ: Sendable {
    /// The fingerprint of the picture as it is.
    public let fingerprint: Fingerprint

    /// The 16x16 coefficients, a row an element.
    package let coefficients: [SIMD16<Float>]

    /// Thresholds the coefficients of a picture.
    package init(coefficients: [SIMD16<Float>], quality: Int) {
        self.coefficients = coefficients
        fingerprint = Fingerprint(words: PDQ.bits(of: coefficients), quality: quality)
    }

    /// The fingerprint of a picture too small to have one: no bit set, quality 0.
    package init() {
        coefficients = []
        fingerprint = Fingerprint(words: SIMD4(), quality: 0)
    }

    /// The fingerprints of the picture in all eight orientations: element `o.rawValue - 1` is that of what a viewer shows
    /// for the orientation `o` (2 is mirrored, 6 turned right, ...).
    ///
    /// Mirroring a picture only changes signs of coefficients, and transposing it transposes them, so no picture is
    /// turned. The samples of the turned picture itself lie up to a pixel beside these, which flips a few bits.
    public var orientations: [Fingerprint] {
        guard coefficients.count == 16 else { return Array(repeating: fingerprint, count: 8) }
        // A wave with an odd number of half waves, which are those in even places, changes its sign.
        var across = SIMD16<Float>(repeating: 1)
        for place in stride(from: 0, to: 16, by: 2) { across[place] = -1 }
        let mirrored = coefficients.map { $0 * across }
        let transposed = (0..<16).map { column in
            var row = SIMD16<Float>()
            for index in 0..<16 { row[index] = coefficients[index][column] }
            return row
        }
        let rotatedRight = transposed.map { $0 * across }
        let all = [
            coefficients, mirrored, PDQ.flipped(mirrored), PDQ.flipped(coefficients),
            transposed, rotatedRight, PDQ.flipped(rotatedRight), PDQ.flipped(transposed),
        ]
        return all.map { Fingerprint(words: PDQ.bits(of: $0), quality: fingerprint.quality) }
    }

    /// The coefficients of the picture upside down.
    private static func flipped(_ rows: [SIMD16<Float>]) -> [SIMD16<Float>] {
        rows.indices.map { $0.isMultiple(of: 2) ? -rows[$0] : rows[$0] }
    }

    /// Which coefficients are above the median, which for this even number of them is the lower of the middle two.
    static func bits(of rows: [SIMD16<Float>]) -> SIMD4<UInt64> {
        let median = SIMD16(repeating: PDQ.lowerMedian(of: rows))
        var words = SIMD4<UInt64>()
        for (index, row) in rows.enumerated() {
            let bits = SIMD16<UInt32>.zero.replacing(with: places, where: row .> median)
            words[index / 4] |= UInt64(bits.wrappedSum()) << UInt64(index % 4 * 16)
        }
        return words
    }

    /// The bit of each place in a row.
    private static let places = SIMD16<UInt32>(
        1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)

    /// The 128th smallest of the 256 coefficients.
    ///
    /// A binary search over the order of floats as integers: countings without a branch, which mostly end after ten, when a
    /// bound lies between the 128th and the next.
    private static func lowerMedian(of rows: [SIMD16<Float>]) -> Float {
        let keys = rows.map { row in
            let bits = unsafe unsafeBitCast(row, to: SIMD16<Int32>.self)
            // Below zero, a larger magnitude is a smaller number.
            return bits ^ ((bits &>> 31) & SIMD16(repeating: .max))
        }
        var low = Int64(Int32.min)
        var high = Int64(Int32.max)
        while low < high {
            let middle = (low + high) >> 1
            let bound = SIMD16(repeating: Int32(middle))
            var counts = SIMD16<Int32>()
            for row in keys { counts.replace(with: counts &+ 1, where: row .<= bound) }
            let count = counts.wrappedSum()
            if count == 128 { return Self.float(of: Self.largest(of: keys, upTo: bound)) }
            if count > 128 { high = middle } else { low = middle + 1 }
        }
        return Self.float(of: Int32(low))
    }

    /// The largest key that is not above `bound`.
    private static func largest(of keys: [SIMD16<Int32>], upTo bound: SIMD16<Int32>) -> Int32 {
        var largest = SIMD16<Int32>(repeating: .min)
        for row in keys {
            let below = row.replacing(with: .min, where: row .> bound)
            largest.replace(with: below, where: below .> largest)
        }
        return largest.max()
    }

    private static func float(of key: Int32) -> Float {
        Float(bitPattern: UInt32(bitPattern: key ^ (key >> 31 & .max)))
    }
}
