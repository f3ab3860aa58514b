import Rasters

/// Reads the chunks of a WebP without decoding a pixel.
///
/// Sources: RFC 9649, section 2 (container) and 3.4 (VP8L header); RFC 6386, section 9.1 (VP8 header).
struct WebPContainer {
    private var header: ImageHeader?
    private var frames = 0
    private var duration = 0
    private var delays: [Int32] = []
    private var loops = 1
    private var isAnimated = false
    private var hasAlpha = false
    /// The canvas may be transparent where the next frame does not cover it.
    private var hasHole = true
    private var isLossless = true
    private var metadataBytes = 0
    private var orientation = Orientation.upright

    static func header(of bytes: Span<UInt8>) throws(DecodeError) -> ImageHeader {
        guard let riff = bytes.littleEndian(4, at: 4), bytes.count >= 20 else {
            throw .truncated(.webp, bytes: bytes.count, reason: "not even the first chunk is there")
        }
        var container = WebPContainer()
        let end = min(riff + 8, bytes.count)
        container.walk(bytes, in: 12..<max(end, 12), isInFrame: false)
        return try container.finish(bytes, isCutShort: riff + 8 > bytes.count)
    }

    private mutating func walk(_ bytes: Span<UInt8>, in range: Range<Int>, isInFrame: Bool) {
        var offset = range.lowerBound
        while offset + 8 <= range.upperBound, let length = bytes.littleEndian(4, at: offset + 4) {
            let content = offset + 8..<min(offset + 8 + length, range.upperBound)
            if isInFrame {
                readPixels(bytes, name: offset, in: content)
            } else {
                read(bytes, name: offset, in: content)
            }
            // Chunks are padded to an even length.
            offset += 8 + length + (length & 1)
        }
    }

    private mutating func read(_ bytes: Span<UInt8>, name: Int, in content: Range<Int>) {
        if bytes.hasText("VP8X", at: name) {
            readExtended(bytes, at: content.lowerBound)
        } else if bytes.hasText("ANIM", at: name) {
            loops = bytes.littleEndian(2, at: content.lowerBound + 4) ?? 1
        } else if bytes.hasText("ANMF", at: name) {
            readFrame(bytes, in: content)
        } else if bytes.hasText("EXIF", at: name) {
            orientation = ExifOrientation.read(bytes, in: content)
            metadataBytes += content.count
        } else if bytes.hasText("XMP ", at: name) || bytes.hasText("ICCP", at: name) {
            metadataBytes += content.count
        } else {
            readPixels(bytes, name: name, in: content)
        }
    }

    private mutating func readExtended(_ bytes: Span<UInt8>, at start: Int) {
        guard header == nil, let flags = bytes.byte(at: start), let width = bytes.littleEndian(3, at: start + 4),
            let height = bytes.littleEndian(3, at: start + 7)
        else { return }
        header = ImageHeader(format: .webp, width: width + 1, height: height + 1)
        isAnimated = flags & 0x02 != 0
        hasAlpha = flags & 0x10 != 0
    }

    private mutating func readFrame(_ bytes: Span<UInt8>, in content: Range<Int>) {
        let start = content.lowerBound
        guard isAnimated, content.count >= 16, let header, let left = bytes.littleEndian(3, at: start),
            let top = bytes.littleEndian(3, at: start + 3), let width = bytes.littleEndian(3, at: start + 6),
            let height = bytes.littleEndian(3, at: start + 9), let delay = bytes.littleEndian(3, at: start + 12),
            let flags = bytes.byte(at: start + 15)
        else { return }
        let covers = left == 0 && top == 0 && width + 1 >= header.width && height + 1 >= header.height
        if hasHole && !covers { hasAlpha = true }
        hasHole = flags & 0x01 != 0
        frames += 1
        duration += delay
        if delays.count < ImageHeader.mostDelays { delays.append(Int32(delay)) }
        walk(bytes, in: start + 16..<content.upperBound, isInFrame: true)
    }

    private mutating func readPixels(_ bytes: Span<UInt8>, name: Int, in content: Range<Int>) {
        let start = content.lowerBound
        if bytes.hasText("ALPH", at: name) {
            hasAlpha = true
        } else if bytes.hasText("VP8 ", at: name) {
            isLossless = false
            guard header == nil, bytes.bigEndian(3, at: start + 3) == 0x9D012A,
                let width = bytes.littleEndian(2, at: start + 6), let height = bytes.littleEndian(2, at: start + 8)
            else { return }
            header = ImageHeader(format: .webp, width: width & 0x3FFF, height: height & 0x3FFF)
        } else if bytes.hasText("VP8L", at: name) {
            guard bytes.byte(at: start) == 0x2F, let bits = bytes.littleEndian(4, at: start + 1) else { return }
            // In an extended file, its own flag decides.
            guard header == nil else { return }
            header = ImageHeader(format: .webp, width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
            hasAlpha = bits >> 28 & 1 == 1
        }
    }

    private func finish(_ bytes: Span<UInt8>, isCutShort: Bool) throws(DecodeError) -> ImageHeader {
        guard var result = header else {
            if isCutShort { throw .truncated(.webp, bytes: bytes.count, reason: "no size is there") }
            throw .corrupt(.webp, offset: 12, reason: "no chunk tells its size")
        }
        guard result.width > 0, result.height > 0 else {
            throw .corrupt(.webp, offset: 12, reason: "a size of \(result.width)x\(result.height)")
        }
        if isAnimated {
            guard frames > 0 else {
                if isCutShort { throw .truncated(.webp, bytes: bytes.count, reason: "it has no frame") }
                throw .corrupt(.webp, offset: nil, reason: "it has no frame")
            }
            result.frames = frames
            result.needsSecondCanvas = true
        }
        if frames > 1 {
            result.isAnimated = true
            result.loops = loops
            result.durationMilliseconds = duration
            result.delays = delays
        }
        result.alpha = hasAlpha ? .present : .none
        result.isLossless = isLossless
        result.colorModel = isLossless ? .rgb : .ycc
        if !isLossless && !hasAlpha && !isAnimated {
            result.planes = PlaneLayout(
                width: result.width, height: result.height, across: 2, down: 2, range: .studio)
        }
        result.metadataBytes = metadataBytes
        result.orientation = orientation
        result.isCutShort = isCutShort
        return result
    }
}
