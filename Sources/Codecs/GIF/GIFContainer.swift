/// Walks the blocks of a GIF without decompressing anything.
///
/// Source: CompuServe, Graphics Interchange Format, version 89a, sections 17 to 27; the looping extension is Netscape's.
struct GIFContainer {
    private var header: ImageHeader
    private var delay = 0
    private var delays: [Int32] = []
    private var frames = 0
    private var declaredLoops: Int?
    private var control = GIFControl()
    /// The frame before was taken from the canvas, which may leave a hole.
    private var leavesHole = false

    static func header(of bytes: Span<UInt8>) throws(DecodeError) -> ImageHeader {
        guard let width = bytes.littleEndian(2, at: 6), let height = bytes.littleEndian(2, at: 8),
            let flags = bytes.byte(at: 10), bytes.count >= 13
        else { throw .truncated(.gif, bytes: bytes.count, reason: "not even the screen descriptor is there") }
        guard width > 0, height > 0 else { throw .corrupt(.gif, offset: 6, reason: "a size of \(width)x\(height)") }
        var header = ImageHeader(format: .gif, width: width, height: height)
        header.colorModel = .palette
        var container = GIFContainer(header: header)
        container.walk(bytes, from: 13 + colorBytes(flags))
        return try container.finish(bytes)
    }

    private init(header: ImageHeader) { self.header = header }

    private static func colorBytes(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << ((flags & 7) + 1) }

    /// Counts until the trailer, or until something that is none; then giflib will say what.
    private mutating func walk(_ bytes: Span<UInt8>, from start: Int) {
        var offset = start
        while let kind = bytes.byte(at: offset) {
            let next: Int?
            switch kind {
            case 0x2C: next = readImage(bytes, at: offset + 1)
            case 0x21: next = readExtension(bytes, at: offset + 1)
            default: return
            }
            guard let next else { break }
            offset = next
        }
        header.isCutShort = true
    }

    private mutating func readImage(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
        guard let left = bytes.littleEndian(2, at: offset), let top = bytes.littleEndian(2, at: offset + 2),
            let width = bytes.littleEndian(2, at: offset + 4), let height = bytes.littleEndian(2, at: offset + 6),
            let flags = bytes.byte(at: offset + 8)
        else { return nil }
        let covers = left == 0 && top == 0 && width >= header.width && height >= header.height
        if control.hasTransparency || (frames == 0 || leavesHole) && !covers { header.alpha = .present }
        leavesHole = control.disposal == 2 || (control.disposal == 3 && (frames == 0 || leavesHole))
        header.codedPixels += width * height
        if width * height > header.largestFrame.pixels { header.largestFrame = .init(width: width, height: height) }
        if control.disposal == 3 { header.needsSecondCanvas = true }
        frames += 1
        delay += control.delay
        if delays.count < ImageHeader.mostDelays { delays.append(Int32(control.delay)) }
        control = GIFControl()
        return Self.skipBlocks(bytes, at: offset + 9 + Self.colorBytes(flags) + 1)?.end
    }

    private mutating func readExtension(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
        guard let label = bytes.byte(at: offset), let blocks = Self.skipBlocks(bytes, at: offset + 1) else {
            return nil
        }
        switch label {
        case 0xF9: control = GIFControl(bytes, at: offset + 1) ?? control
        case 0xFE: header.metadataBytes += blocks.bytes
        case 0xFF: readApplication(bytes, at: offset + 1, length: blocks.bytes)
        default: break
        }
        return blocks.end
    }

    private mutating func readApplication(_ bytes: Span<UInt8>, at offset: Int, length: Int) {
        if bytes.hasText("\u{0B}NETSCAPE2.0\u{03}\u{01}", at: offset)
            || bytes.hasText("\u{0B}ANIMEXTS1.0\u{03}\u{01}", at: offset)
        {
            if declaredLoops == nil { declaredLoops = bytes.littleEndian(2, at: offset + 14) }
        } else if bytes.hasText("\u{0B}XMP DataXMP", at: offset) || bytes.hasText("\u{0B}ICCRGBG1012", at: offset) {
            header.metadataBytes += length
        }
    }

    /// Passes over length-prefixed blocks up to the empty one; nil where they are cut short.
    private static func skipBlocks(_ bytes: Span<UInt8>, at start: Int) -> (end: Int, bytes: Int)? {
        var offset = start
        var sum = 0
        while let length = bytes.byte(at: offset) {
            offset += 1 + length
            if length == 0 { return (offset, sum) }
            sum += length
        }
        return nil
    }

    private func finish(_ bytes: Span<UInt8>) throws(DecodeError) -> ImageHeader {
        guard frames > 0 else {
            if header.isCutShort { throw .truncated(.gif, bytes: bytes.count, reason: "it has no frame") }
            throw .corrupt(.gif, offset: nil, reason: "it has no frame")
        }
        var result = header
        result.frames = frames
        if frames > 1 {
            result.isAnimated = true
            result.loops = declaredLoops ?? 1
            result.durationMilliseconds = delay
            result.delays = delays
        }
        return result
    }
}
