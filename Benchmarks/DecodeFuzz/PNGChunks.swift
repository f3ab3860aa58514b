import Codecs
import Randomness

/// Changes to a PNG that leave it a PNG; other bytes stay as they are.
enum PNGChunks {
    /// Gives every chunk the checksum of what it holds, as far as chunks can be followed.
    static func repairChecksums(of bytes: inout [UInt8]) {
        for chunk in chunks(of: bytes) { seal(chunk, in: &bytes) }
    }

    /// Cuts one chunk of compressed pixels in two.
    static func split(_ bytes: inout [UInt8], using random: inout SplitMix64) {
        let name = Array("IDAT".utf8)
        let data = chunks(of: bytes).filter { bytes[($0.lowerBound + 4)...].starts(with: name) }
        guard let chunk = data.randomElement(using: &random) else { return }
        let cut = Int.random(in: chunk.lowerBound + 8...chunk.upperBound - 4, using: &random)
        bytes.insert(contentsOf: [0, 0, 0, 0, 0, 0, 0, 0] + name, at: cut)
        let (first, second) = (chunk.lowerBound..<cut + 4, cut + 4..<chunk.upperBound + 12)
        for part in [first, second] {
            put(part.count - 12, at: part.lowerBound, in: &bytes)
            seal(part, in: &bytes)
        }
    }

    /// Where chunks stand, from their lengths to their checksums.
    private static func chunks(of bytes: [UInt8]) -> [Range<Int>] {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return [] }
        var chunks: [Range<Int>] = []
        var offset = 8
        while offset + 12 <= bytes.count {
            let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - offset - 12 else { break }
            chunks.append(offset..<offset + 12 + length)
            offset += 12 + length
        }
        return chunks
    }

    private static func seal(_ chunk: Range<Int>, in bytes: inout [UInt8]) {
        let sum = CRC32.checksum(of: bytes.span.extracting(chunk.lowerBound + 4..<chunk.upperBound - 4))
        put(sum, at: chunk.upperBound - 4, in: &bytes)
    }

    private static func put(_ value: Int, at offset: Int, in bytes: inout [UInt8]) {
        for place in 0..<4 { bytes[offset + place] = UInt8(truncatingIfNeeded: value >> (24 - 8 * place)) }
    }
}
