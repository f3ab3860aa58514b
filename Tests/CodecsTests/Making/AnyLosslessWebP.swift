import Randomness

/// A lossless WebP of random bits behind a random but valid beginning: every order of transforms, complete codes of every
/// shape, color caches, groups of codes. Copies from before the first pixel make about half of them invalid.
///
/// Source: RFC 9649, section 3.
struct AnyLosslessWebP {
    private var bits = BitWriter(.lowestFirst)
    private var random: SplitMix64
    private var codedWidth: Int
    private let height: Int

    static func bytes(_ random: inout SplitMix64) -> [UInt8] {
        var picture = AnyLosslessWebP(seed: random.next())
        picture.addAll()
        return MadeWebP.chunk("RIFF", Array("WEBP".utf8) + MadeWebP.chunk("VP8L", picture.bits.bytes()))
    }

    private init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        codedWidth = .random(in: 1...(Bool.random(using: &random) ? 40 : 200), using: &random)
        height = .random(in: 1...20, using: &random)
    }

    private mutating func addAll() {
        bits.add(0x2F, bits: 8)
        bits.add(codedWidth - 1, bits: 14)
        bits.add(height - 1, bits: 14)
        addRandom(1)
        bits.add(0, bits: 3)
        for kind in [0, 1, 2, 3].shuffled(using: &random).prefix(below(5)) { addTransform(kind) }
        bits.add(0, bits: 1)
        let cacheBits = Bool.random(using: &random) ? 1 + below(11) : 0
        bits.add(cacheBits > 0 ? 1 | cacheBits << 1 : 0, bits: cacheBits > 0 ? 5 : 1)
        let groups = addTiles()
        for _ in 0..<groups { addGroup(cacheBits) }
        addRandom(codedWidth * height * 30)
    }

    private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    private mutating func addRandom(_ count: Int) {
        for start in stride(from: 0, to: count, by: 32) {
            bits.add(Int(truncatingIfNeeded: random.next() >> 32), bits: min(32, count - start))
        }
    }

    private mutating func addTransform(_ kind: Int) {
        bits.add(1 | kind << 1, bits: 3)
        if kind < 2 {
            let tileBits = 2 + below(4)
            bits.add(tileBits - 2, bits: 3)
            addImage(tiles(codedWidth, tileBits) * tiles(height, tileBits))
        } else if kind == 3 {
            let colors = 1 + below([2, 4, 16, 256][below(4)])
            bits.add(colors - 1, bits: 8)
            addImage(colors)
            codedWidth = tiles(codedWidth, colors > 16 ? 0 : colors > 4 ? 1 : colors > 2 ? 2 : 3)
        }
    }

    private func tiles(_ length: Int, _ bits: Int) -> Int { (length + 1 << bits - 1) >> bits }

    /// Pixels of three bits each: green, red and blue are one of two.
    private mutating func addImage(_ pixels: Int) {
        bits.add(0, bits: 1)
        for _ in 0..<3 { addSimple(of: 256, isPair: true) }
        addSimple(of: 256)
        addSimple(of: 40)
        addRandom(pixels * 3)
    }

    /// A code of one or two symbols.
    private mutating func addSimple(of symbols: Int, isPair: Bool = false) {
        let (first, second) = (below(symbols - 1), symbols - 1)
        bits.add(isPair ? 0b111 : 0b101, bits: 3)
        bits.add(first, bits: 8)
        if isPair { bits.add(second, bits: 8) }
    }

    /// Says which of two groups each tile has, or that there is one; returns how many there are.
    private mutating func addTiles() -> Int {
        guard Bool.random(using: &random) else {
            bits.add(0, bits: 1)
            return 1
        }
        let tileBits = 2 + below(4), count = tiles(codedWidth, tileBits) * tiles(height, tileBits)
        bits.add(1 | (tileBits - 2) << 1, bits: 4)
        bits.add(0, bits: 1)
        // Green is 0 or 1, all else is nothing.
        bits.add(0b111, bits: 3)
        bits.add(0x0100, bits: 16)
        for _ in 0..<4 { bits.add(0b0001, bits: 4) }
        // The highest number says how many groups there are.
        addRandom(count - 1)
        bits.add(1, bits: 1)
        return 2
    }

    private mutating func addGroup(_ cacheBits: Int) {
        for symbols in [280 + (cacheBits > 0 ? 1 << cacheBits : 0), 256, 256, 256, 40] {
            switch below(symbols == 256 ? 4 : 8) {
            case 0: addSimple(of: min(symbols, 256))
            case 1 where symbols == 256: addSimple(of: symbols, isPair: true)
            default: addNormal(symbols)
            }
        }
    }

    /// A complete code: the whole is halved, then any of its parts, until there are enough.
    private mutating func addNormal(_ symbols: Int) {
        var parts = [0]
        let wanted = 1 + below(min(symbols, Bool.random(using: &random) ? 40 : 280))
        let isDeep = Bool.random(using: &random)
        while parts.count < wanted {
            let place = isDeep && parts.count < 15 ? parts.count - 1 : below(parts.count)
            guard parts[place] < 15 else { break }
            parts[place] += 1
            parts.append(parts[place])
        }
        if parts.count == 1 { parts[0] = 1 }
        let places = Array(0..<symbols).shuffled(using: &random)
        var lengths = [Int](repeating: 0, count: symbols)
        for (place, part) in zip(places, parts) { lengths[place] = part }
        // Sixteen lengths whose codes have four bits each; then, that all of them follow.
        bits.add(0, bits: 1)
        bits.add(15, bits: 4)
        for symbol in [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] {
            bits.add(symbol < 16 ? 4 : 0, bits: 3)
        }
        bits.add(0, bits: 1)
        for length in lengths {
            // A code's first bit comes first.
            for place in [3, 2, 1, 0] { bits.add(length >> place & 1, bits: 1) }
        }
    }
}
