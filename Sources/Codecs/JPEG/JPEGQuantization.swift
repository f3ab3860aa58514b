/// One quantization table of a JPEG, as far as the quality setting behind it can be told.
struct JPEGQuantization {
    /// The sum of the 64 divisors.
    let sum: Int

    /// Takes the tables of a DQT segment into their places; a malformed rest is ignored here, libjpeg will tell.
    ///
    /// Source: ITU-T T.81, section B.2.4.1.
    static func read(_ bytes: Span<UInt8>, in content: Range<Int>, into tables: inout [JPEGQuantization?]) {
        var offset = content.lowerBound
        while let kind = bytes.byte(at: offset), offset < content.upperBound {
            let size = kind >> 4 == 0 ? 1 : 2
            guard offset + 1 + 64 * size <= content.upperBound else { return }
            let divisors = (0..<64).map { bytes.bigEndian(size, at: offset + 1 + $0 * size) ?? 0 }
            tables[kind & 3] = JPEGQuantization(sum: divisors.reduce(0, +))
            offset += 1 + 64 * size
        }
    }

    /// 1...100: the setting of libjpeg whose luma table has the nearest sum; of two, the higher one.
    var quality: Int {
        let sums = Self.sums
        return (1...100).reversed().min { abs(sums[$0 - 1] - sum) < abs(sums[$1 - 1] - sum) } ?? 100
    }

    /// The sum of libjpeg's luma table for each quality from 1 to 100.
    private static let sums: [Int] = (1...100).map { quality in
        let scale = quality < 50 ? 5000 / quality : 200 - 2 * quality
        return luma.reduce(0) { $0 + min(max(($1 * scale + 50) / 100, 1), 255) }
    }

    /// The example luma table of ITU-T T.81, table K.1, row by row.
    private static let luma = [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55,
        14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
        49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ]
}
