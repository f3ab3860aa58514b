import Randomness

/// A lossy WebP of anything: a key frame whose header says what it likes, and behind it mostly zeros.
struct NoisyWebP {
    var width = 40
    var height = 24
    /// Two to the power of it are the partitions of coefficients.
    var partitions = 0
    /// One byte in so many is not zero: the more, the larger are coefficients.
    var rarity = 3

    func bytes(_ random: inout SplitMix64) -> [UInt8] {
        let macroblocks = ((width + 15) / 16) * ((height + 15) / 16)
        let first = header(&random, bitsBehind: macroblocks * 200)
        var frame = ByteWriter()
        frame.add(littleEndian: first.count << 5 | 1 << 4 | Int.random(in: 0...3, using: &random) << 1, bytes: 3)
        frame.add([0x9D, 0x01, 0x2A])
        frame.add(littleEndian: width, bytes: 2)
        frame.add(littleEndian: height, bytes: 2)
        frame.add(first)
        let sizes = (0..<(1 << partitions)).map { _ in macroblocks * 300 + Int.random(in: 10...20, using: &random) }
        for size in sizes.dropLast() { frame.add(littleEndian: size, bytes: 3) }
        for size in sizes {
            frame.add(
                (0..<size).map { _ in
                    Int.random(in: 0..<rarity, using: &random) == 0 ? .random(in: 0...255, using: &random) : 0
                })
        }
        var chunk = ByteWriter()
        chunk.add("WEBPVP8 ")
        chunk.add(littleEndian: frame.bytes.count, bytes: 4)
        chunk.add(frame.bytes + (frame.bytes.count % 2 == 1 ? [0] : []))
        var file = ByteWriter()
        file.add("RIFF")
        file.add(littleEndian: chunk.bytes.count, bytes: 4)
        file.add(chunk.bytes)
        return file.bytes
    }

    /// RFC 6386, section 19.2, and then bits for how macroblocks are predicted.
    private func header(_ random: inout SplitMix64, bitsBehind: Int) -> [UInt8] {
        var bits = BooleanWriter()
        bits.add(0, bits: 2)
        let hasSegments = bits.addFlag(&random)
        if hasSegments {
            let hasMap = bits.addFlag(&random)
            if bits.addFlag(&random) {
                bits.addFlag(&random)
                for size in [7, 7, 7, 7, 6, 6, 6, 6] { bits.addOptional(size + 1, &random) }
            }
            if hasMap { for _ in 0..<3 { bits.addOptional(8, &random) } }
        }
        bits.addFlag(&random)
        bits.add(.random(in: 0...1, using: &random) * .random(in: 0...63, using: &random), bits: 6)
        bits.add(.random(in: 0...7, using: &random), bits: 3)
        if bits.addFlag(&random), bits.addFlag(&random) { for _ in 0..<8 { bits.addOptional(7, &random) } }
        bits.add(partitions, bits: 2)
        bits.add(.random(in: 0...(Bool.random(using: &random) ? 127 : 10), using: &random), bits: 7)
        for _ in 0..<5 { bits.addOptional(5, &random) }
        bits.addFlag(&random)
        // Probabilities of coefficients are left as they are, which are likely not to change: most of what is read is zero.
        for _ in 0..<1056 { bits.add(false, probability: 250) }
        for _ in 0..<bitsBehind { bits.addFlag(&random) }
        return bits.finished
    }
}
