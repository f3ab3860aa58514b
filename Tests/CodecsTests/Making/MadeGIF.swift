/// A GIF assembled block by block; its codes are never compressed, only cleared in time.
struct MadeGIF {
    struct Frame {
        var left = 0
        var top = 0
        var width = 4
        var height = 4
        var colors: [[UInt8]]?
        var isInterlaced = false
        var disposal = 0
        var transparent: Int?
        /// In hundredths of a second.
        var delay = 0
        var index: (_ x: Int, _ y: Int) -> Int = { _, _ in 1 }
    }

    var version = "GIF89a"
    var width = 4
    var height = 4
    /// Four of them.
    var colors: [[UInt8]]? = [[255, 255, 255], [255, 0, 0], [0, 255, 0], [0, 0, 255]]
    var background = 0
    var loops: Int?
    var loopName = "NETSCAPE2.0"
    var comment: String?
    var frames = [Frame()]

    var bytes: [UInt8] {
        var file = ByteWriter()
        file.add(version)
        file.add(littleEndian: width, bytes: 2)
        file.add(littleEndian: height, bytes: 2)
        file.add([colors == nil ? 0 : 0x81, UInt8(background), 0])
        file.add((colors ?? []).flatMap { $0 })
        if let loops {
            file.add([0x21, 0xFF, 11] + Array(loopName.utf8) + [3, 1])
            file.add(littleEndian: loops, bytes: 2)
            file.add([0])
        }
        if let comment { file.add([0x21, 0xFE, UInt8(comment.utf8.count)] + Array(comment.utf8) + [0]) }
        for frame in frames { Self.add(frame, to: &file, hasControl: version == "GIF89a") }
        file.add([0x3B])
        return file.bytes
    }

    /// A still whose pixels are given as codes of any kind, of a size that starts at one more than `minimum` bits.
    static func still(width: Int, height: Int, minimum: Int, codes: [(value: Int, bits: Int)]) -> [UInt8] {
        var gif = MadeGIF()
        (gif.version, gif.width, gif.height, gif.frames) = ("GIF87a", width, height, [])
        var file = ByteWriter()
        file.add(gif.bytes.dropLast() + [0x2C, 0, 0, 0, 0])
        for side in [width, height] { file.add(littleEndian: side, bytes: 2) }
        file.add([0, UInt8(minimum)])
        var bits = BitWriter(.lowestFirst)
        for code in codes { bits.add(code.value, bits: code.bits) }
        addBlocks(bits.bytes(), to: &file)
        file.add([0x3B])
        return file.bytes
    }

    private static func add(_ frame: Frame, to file: inout ByteWriter, hasControl: Bool) {
        if hasControl {
            file.add([0x21, 0xF9, 4, UInt8(frame.disposal << 2 | (frame.transparent == nil ? 0 : 1))])
            file.add(littleEndian: frame.delay, bytes: 2)
            file.add([UInt8(frame.transparent ?? 0), 0])
        }
        file.add([0x2C])
        for value in [frame.left, frame.top, frame.width, frame.height] { file.add(littleEndian: value, bytes: 2) }
        file.add([(frame.colors == nil ? 0 : 0x81) | (frame.isInterlaced ? 0x40 : 0)])
        file.add((frame.colors ?? []).flatMap { $0 })
        let rows = Array(0..<frame.height)
        let order =
            frame.isInterlaced
            ? rows.filter { $0 % 8 == 0 } + rows.filter { $0 % 8 == 4 } + rows.filter { $0 % 4 == 2 }
                + rows.filter { $0 % 2 == 1 } : rows
        addCodes(order.flatMap { y in (0..<frame.width).map { frame.index($0, y) } }, to: &file)
    }

    /// Codes of 8 bits (roots of 7): cleared before the table reaches 256 entries, so that they never grow.
    private static func addCodes(_ indexes: [Int], to file: inout ByteWriter) {
        var bits = BitWriter(.lowestFirst)
        for (place, index) in indexes.enumerated() {
            if place % 100 == 0 { bits.add(128, bits: 8) }
            bits.add(index, bits: 8)
        }
        bits.add(129, bits: 8)
        file.add([7])
        addBlocks(bits.bytes(), to: &file)
    }

    private static func addBlocks(_ codes: [UInt8], to file: inout ByteWriter) {
        for start in stride(from: 0, to: codes.count, by: 255) {
            let block = codes[start..<min(start + 255, codes.count)]
            file.add([UInt8(block.count)] + block)
        }
        file.add([0])
    }
}
