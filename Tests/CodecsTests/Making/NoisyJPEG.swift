import Randomness

/// A sequential JPEG of blocks at random, with codes of every length, in one scan.
struct NoisyJPEG {
    var width = 40
    var height = 24
    /// How many blocks of each component lie in an MCU, across and down.
    var sampling = [(2, 2), (1, 1), (1, 1)]
    /// MCUs between restart markers; 0 for none.
    var interval = 0
    /// Bits of the largest coefficients, and of the largest differences.
    var largest = 3

    /// The places of the coefficients' symbols in the order of their codes, and of differences' sizes.
    private static let counts: [UInt8] = [0, 1, 1, 2, 2, 3, 3, 4, 4, 8, 8, 16, 16, 16, 32, 46]
    private static let differenceCounts: [UInt8] = [0, 1, 2, 3, 2, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]

    func bytes(_ random: inout SplitMix64) -> [UInt8] {
        let runs = (0...15).flatMap { run in (1...10).map { run << 4 | $0 } }
        let symbols = ([0x00, 0xF0] + runs).shuffled(using: &random)
        let sizes = Array(0...11).shuffled(using: &random)
        let divisors = (0..<64).map { _ in UInt8.random(in: 1...60, using: &random) }
        var file = ByteWriter()
        file.add([0xFF, 0xD8])
        file.add(MadeJPEG.segment(0xDB, [0] + divisors))
        var frame = ByteWriter()
        frame.add([8])
        frame.add(bigEndian: height, bytes: 2)
        frame.add(bigEndian: width, bytes: 2)
        frame.add([UInt8(sampling.count)])
        for (id, (across, down)) in sampling.enumerated() { frame.add([UInt8(id + 1), UInt8(across << 4 | down), 0]) }
        file.add(MadeJPEG.segment(0xC0, frame.bytes))
        file.add(MadeJPEG.segment(0xC4, [0x00] + Self.differenceCounts + sizes.map { UInt8($0) }))
        file.add(MadeJPEG.segment(0xC4, [0x10] + Self.counts + symbols.map { UInt8($0) }))
        if interval > 0 { file.add(MadeJPEG.segment(0xDD, [UInt8(interval >> 8), UInt8(interval & 255)])) }
        let places: [UInt8] = sampling.indices.flatMap { [UInt8($0 + 1), 0] }
        file.add(MadeJPEG.segment(0xDA, [UInt8(sampling.count)] + places + [0, 63, 0]))
        file.add(scan(Self.codes(Self.counts, symbols), Self.codes(Self.differenceCounts, sizes), &random))
        file.add([0xFF, 0xD9])
        return file.bytes
    }

    private typealias Codes = [Int: (code: Int, bits: Int)]

    /// The code of each symbol (ITU-T T.81, annex C).
    private static func codes(_ counts: [UInt8], _ symbols: [Int]) -> Codes {
        var (codes, code, index): (Codes, Int, Int) = ([:], 0, 0)
        for (length, count) in counts.enumerated() {
            for _ in 0..<count {
                codes[symbols[index]] = (code, length + 1)
                (code, index) = (code + 1, index + 1)
            }
            code <<= 1
        }
        return codes
    }

    private func scan(_ codes: Codes, _ differences: Codes, _ random: inout SplitMix64) -> [UInt8] {
        let across = sampling.map(\.0).max() ?? 1
        let down = sampling.map(\.1).max() ?? 1
        let isAlone = sampling.count == 1
        let (columns, rows) = isAlone ? (8, 8) : (8 * across, 8 * down)
        let units = ((width + columns - 1) / columns) * ((height + rows - 1) / rows)
        let blocks = isAlone ? 1 : sampling.reduce(0) { $0 + $1.0 * $1.1 }
        var scan: [UInt8] = []
        var bits = BitWriter(.highestFirst)
        for unit in 0..<units {
            if interval > 0, unit > 0, unit.isMultiple(of: interval) {
                scan += Self.stuffed(bits) + [0xFF, UInt8(0xD0 + (unit / interval - 1) % 8)]
                bits = BitWriter(.highestFirst)
            }
            for _ in 0..<blocks { add(codes, differences, to: &bits, &random) }
        }
        return scan + Self.stuffed(bits)
    }

    private static func stuffed(_ bits: BitWriter) -> [UInt8] {
        bits.bytes(filler: true).flatMap { $0 == 0xFF ? [0xFF, 0] : [$0] }
    }

    private func add(_ codes: Codes, _ differences: Codes, to bits: inout BitWriter, _ random: inout SplitMix64) {
        put(Int.random(in: 0...largest, using: &random), differences, size: nil, to: &bits, &random)
        var place = 1
        let last = [1, 4, 20, 64][Int.random(in: 0..<4, using: &random)]
        while place < last {
            let run = Int.random(in: 0...15, using: &random) < 3 ? Int.random(in: 0...15, using: &random) : 0
            let size = run == 15 ? 0 : Int.random(in: 1...largest, using: &random)
            guard place + run < 64 else { break }
            put(run << 4 | size, codes, size: size, to: &bits, &random)
            place += run + 1
        }
        if place < 64 { put(0, codes, size: 0, to: &bits, &random) }
    }

    /// A symbol's code and as many bits at random as its size.
    private func put(
        _ symbol: Int, _ codes: Codes, size: Int?, to bits: inout BitWriter, _ random: inout SplitMix64
    ) {
        guard let (code, length) = codes[symbol] else { return }
        bits.add(code, bits: length)
        let size = size ?? symbol
        if size > 0 { bits.add(Int.random(in: 0..<1 << size, using: &random), bits: size) }
    }
}
