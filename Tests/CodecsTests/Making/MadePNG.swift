import Codecs

/// A PNG assembled chunk by chunk, its pixels in stored (uncompressed) deflate blocks.
struct MadePNG {
    var width = 4
    var height = 4
    var depth = 8
    var color = 6
    var isInterlaced = false
    /// Chunks between the header and the pixels, and after the pixels.
    var before: [(name: String, content: [UInt8])] = []
    var after: [(name: String, content: [UInt8])] = []
    /// Bytes after the end of the compressed pixels, in their chunk.
    var surplus: [UInt8] = []
    /// The filter that stands before a row; the samples are then what the filter left of them.
    var filter: (_ y: Int) -> UInt8 = { _ in 0 }
    /// Bytes of compressed pixels a chunk.
    var chunkBytes = Int.max
    /// The samples of a pixel, at full depth.
    var samples: (_ x: Int, _ y: Int) -> [Int] = { x, y in [x * 60, y * 60, 200, 255] }

    var bytes: [UInt8] {
        var header = ByteWriter()
        header.add(bigEndian: width, bytes: 4)
        header.add(bigEndian: height, bytes: 4)
        header.add([UInt8(depth), UInt8(color), 0, 0, isInterlaced ? 1 : 0])
        var file = ByteWriter()
        file.add([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        file.add(Self.chunk("IHDR", header.bytes))
        for (name, content) in before { file.add(Self.chunk(name, content)) }
        let data = Self.stored(rows) + surplus
        for start in stride(from: 0, to: data.count, by: min(chunkBytes, data.count)) {
            file.add(Self.chunk("IDAT", Array(data[start..<start + min(chunkBytes, data.count - start)])))
        }
        for (name, content) in after { file.add(Self.chunk(name, content)) }
        file.add(Self.chunk("IEND", []))
        return file.bytes
    }

    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        var chunk = ByteWriter()
        chunk.add(bigEndian: content.count, bytes: 4)
        let body = Array(name.utf8) + content
        chunk.add(body)
        chunk.add(bigEndian: CRC32.checksum(of: body.span), bytes: 4)
        return chunk.bytes
    }

    /// Rows behind their filters; seven reduced pictures one after another if interlaced (Adam7).
    private var rows: [UInt8] {
        let passes =
            isInterlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)]
        var result: [UInt8] = []
        for (left, top, right, down) in passes where left < width {
            for y in stride(from: top, to: height, by: down) {
                var row = BitWriter(.highestFirst)
                for x in stride(from: left, to: width, by: right) {
                    for sample in samples(x, y) { row.add(sample, bits: depth) }
                }
                result += [filter(y)] + row.bytes()
            }
        }
        return result
    }

    /// A zlib stream of stored blocks.
    private static func stored(_ data: [UInt8]) -> [UInt8] {
        var stream = ByteWriter()
        stream.add([0x78, 0x01])
        for start in stride(from: 0, to: max(data.count, 1), by: 0xFFFF) {
            let block = Array(data[start..<min(start + 0xFFFF, data.count)])
            stream.add([start + 0xFFFF >= data.count ? 1 : 0])
            stream.add(littleEndian: block.count, bytes: 2)
            stream.add(littleEndian: ~block.count, bytes: 2)
            stream.add(block)
        }
        var (a, b) = (1, 0)
        for byte in data {
            a = (a + Int(byte)) % 65521
            b = (b + a) % 65521
        }
        stream.add(bigEndian: b << 16 | a, bytes: 4)
        return stream.bytes
    }
}
