/// Reads what the chunks of a PNG say without inflating anything.
///
/// Source: W3C, Portable Network Graphics (PNG) Specification (Third Edition), sections 5 and 11.
enum PNGContainer {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// Signature and IHDR with its checksum.
    private static let headerBytes = 33
    /// The largest side that the specification allows.
    private static let maximumSide = 0x7FFF_FFFF

    static func header(of bytes: Span<UInt8>) throws(DecodeError) -> ImageHeader {
        guard bytes.count >= headerBytes, let width = bytes.bigEndian(4, at: 16),
            let height = bytes.bigEndian(4, at: 20)
        else { throw .truncated(.png, bytes: bytes.count, reason: "not even the header (IHDR) is there") }
        guard bytes.bigEndian(4, at: 8) == 13, bytes.hasText("IHDR", at: 12) else {
            throw .corrupt(.png, offset: 8, reason: "the first chunk is no header (IHDR)")
        }
        guard bytes.bigEndian(4, at: 29) == CRC32.checksum(of: bytes.extracting(12..<29)) else {
            throw .corrupt(.png, offset: 29, reason: "the header (IHDR) does not match its checksum")
        }
        guard (1...maximumSide).contains(width), (1...maximumSide).contains(height) else {
            throw .corrupt(.png, offset: 16, reason: "a size of \(width)x\(height)")
        }
        var header = ImageHeader(format: .png, width: width, height: height)
        try readSamples(bytes, into: &header)
        try walk(bytes, into: &header)
        return header
    }

    private static func readSamples(_ bytes: Span<UInt8>, into header: inout ImageHeader) throws(DecodeError) {
        let (depth, color) = (Int(bytes[24]), bytes[25])
        let depths: [Int]
        switch color {
        case 0: (header.colorModel, depths) = (.gray, [1, 2, 4, 8, 16])
        case 2: (header.colorModel, depths) = (.rgb, [8, 16])
        case 3: (header.colorModel, depths) = (.palette, [1, 2, 4, 8])
        case 4: (header.colorModel, depths) = (.gray, [8, 16])
        case 6: (header.colorModel, depths) = (.rgb, [8, 16])
        default: throw .corrupt(.png, offset: 25, reason: "color type \(color) instead of 0, 2, 3, 4 or 6")
        }
        guard depths.contains(depth) else {
            throw .corrupt(.png, offset: 24, reason: "\(depth) bits a sample with color type \(color)")
        }
        guard bytes[26] == 0, bytes[27] == 0, bytes[28] <= 1 else {
            throw .corrupt(.png, offset: 26, reason: "an unknown compression, filter or interlace method")
        }
        header.bitDepth = depth
        header.alpha = color >= 4 ? .present : .none
        header.isProgressive = bytes[28] == 1
    }

    private static func walk(_ bytes: Span<UInt8>, into header: inout ImageHeader) throws(DecodeError) {
        var offset = headerBytes
        var hasPixels = false
        while let length = bytes.bigEndian(4, at: offset), bytes.count - offset - 12 >= length {
            let content = offset + 8..<offset + 8 + length
            if bytes.hasText("IEND", at: offset + 4) {
                guard hasPixels else { throw .corrupt(.png, offset: offset, reason: "it has no pixels (IDAT)") }
                return
            } else if bytes.hasText("IDAT", at: offset + 4) {
                hasPixels = true
                header.compressedBytes += length
                header.compressedChunks += 1
            } else if !hasPixels && bytes.hasText("tRNS", at: offset + 4) {
                header.alpha = .present
            } else if !hasPixels && bytes.hasText("acTL", at: offset + 4) {
                readAnimation(bytes, in: content, into: &header)
            } else if bytes.hasText("eXIf", at: offset + 4) {
                header.orientation = ExifOrientation.read(bytes, in: content)
                header.metadataBytes += length
            } else if isMetadata(bytes, at: offset + 4) {
                header.metadataBytes += length
            }
            offset += 12 + length
        }
        header.isCutShort = true
    }

    /// The frames after the default image are not decoded, so only the declaration is kept.
    private static func readAnimation(_ bytes: Span<UInt8>, in content: Range<Int>, into header: inout ImageHeader) {
        guard content.count == 8, let frames = bytes.bigEndian(4, at: content.lowerBound), frames > 0 else { return }
        header.isAnimated = true
        header.loops = bytes.bigEndian(4, at: content.lowerBound + 4)
    }

    private static func isMetadata(_ bytes: Span<UInt8>, at name: Int) -> Bool {
        bytes.hasText("tEXt", at: name) || bytes.hasText("zTXt", at: name) || bytes.hasText("iTXt", at: name)
            || bytes.hasText("iCCP", at: name)
    }
}
