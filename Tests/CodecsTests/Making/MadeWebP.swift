/// A lossless WebP of one color, still or animated: every prefix code has one symbol, so a pixel takes no bits.
struct MadeWebP {
    struct Frame {
        var left = 0
        var top = 0
        var width = 4
        var height = 4
        var color: [UInt8] = [255, 0, 0, 255]
        var delay = 100
        var isBlended = true
        var leavesBackground = false
    }

    var width = 4
    var height = 4
    var color: [UInt8] = [10, 20, 30, 255]
    /// Animated if there are any.
    var frames: [Frame] = []
    var loops = 0
    var exif: [UInt8]?

    var bytes: [UInt8] {
        var body = ByteWriter()
        if !frames.isEmpty || exif != nil {
            let flags = (frames.isEmpty ? 0 : 0x12) | (exif == nil ? 0 : 0x08)
            var extended = ByteWriter()
            extended.add([UInt8(flags), 0, 0, 0])
            extended.add(littleEndian: width - 1, bytes: 3)
            extended.add(littleEndian: height - 1, bytes: 3)
            body.add(Self.chunk("VP8X", extended.bytes))
        }
        if frames.isEmpty {
            body.add(Self.chunk("VP8L", Self.pixels(width, height, color)))
        } else {
            body.add(Self.chunk("ANIM", [0, 0, 0, 0, UInt8(loops), 0]))
            for frame in frames { body.add(Self.chunk("ANMF", Self.content(of: frame))) }
        }
        if let exif { body.add(Self.chunk("EXIF", exif)) }
        return Self.chunk("RIFF", Array("WEBP".utf8) + body.bytes)
    }

    private static func content(of frame: Frame) -> [UInt8] {
        var content = ByteWriter()
        for value in [frame.left / 2, frame.top / 2, frame.width - 1, frame.height - 1, frame.delay] {
            content.add(littleEndian: value, bytes: 3)
        }
        content.add([(frame.isBlended ? 0 : 2) | (frame.leavesBackground ? 1 : 0)])
        content.add(chunk("VP8L", pixels(frame.width, frame.height, frame.color)))
        return content.bytes
    }

    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        var chunk = ByteWriter()
        chunk.add(name)
        chunk.add(littleEndian: content.count, bytes: 4)
        chunk.add(content + (content.count % 2 == 1 ? [0] : []))
        return chunk.bytes
    }

    private static func pixels(_ width: Int, _ height: Int, _ color: [UInt8]) -> [UInt8] {
        var bits = BitWriter(.lowestFirst)
        bits.add(0x2F, bits: 8)
        bits.add(width - 1, bits: 14)
        bits.add(height - 1, bits: 14)
        bits.add(color[3] == 255 ? 0 : 1, bits: 1)
        bits.add(0, bits: 3)
        // No transform, no color cache, no groups of prefix codes.
        bits.add(0, bits: 3)
        for symbol in [color[1], color[0], color[2], color[3], 0] {
            // A simple code, of one symbol, of 8 bits.
            bits.add(0b101, bits: 3)
            bits.add(Int(symbol), bits: 8)
        }
        return bits.bytes()
    }
}
