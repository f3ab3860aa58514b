import Rasters

/// Reads the marker segments of a JPEG up to its first scan.
///
/// Sources: ITU-T T.81, annex B; T.871 (JFIF); T.872 (Adobe's APP14); CIPA DC-008 (EXIF in APP1).
struct JPEGContainer {
    private var frame: JPEGFrame?
    private var hasJFIF = false
    private var adobeTransform: Int?
    private var luma: JPEGQuantization?
    private var tables: [JPEGQuantization?] = [nil, nil, nil, nil]
    private var orientation: Int?
    private var header = ImageHeader(format: .jpeg, width: 0, height: 0)

    static func header(of bytes: Span<UInt8>) throws(DecodeError) -> ImageHeader {
        var container = JPEGContainer()
        let scan = try container.walk(bytes)
        return try container.finish(bytes, scan: scan)
    }

    /// Goes to the first scan and returns where its header begins.
    private mutating func walk(_ bytes: Span<UInt8>) throws(DecodeError) -> Int {
        var offset = 2
        while true {
            // What stands between segments is passed over, as libjpeg does.
            while let byte = bytes.byte(at: offset), byte != 0xFF { offset += 1 }
            while bytes.byte(at: offset) == 0xFF { offset += 1 }
            guard let marker = bytes.byte(at: offset), let length = bytes.bigEndian(2, at: offset + 1) else { break }
            offset += 1
            if marker == 0 || marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
            if marker == 0xD9 { throw .corrupt(.jpeg, offset: offset, reason: "it ends before its first scan") }
            guard length >= 2 else { throw .corrupt(.jpeg, offset: offset, reason: "a segment of \(length) bytes") }
            let content = offset + 2..<offset + length
            guard content.upperBound <= bytes.count else { break }
            if marker == 0xDA { return content.lowerBound }
            try read(marker, bytes, in: content)
            offset = content.upperBound
        }
        throw .truncated(.jpeg, bytes: bytes.count, reason: "its first scan is not there")
    }

    private mutating func read(_ marker: Int, _ bytes: Span<UInt8>, in content: Range<Int>) throws(DecodeError) {
        let start = content.lowerBound
        switch marker {
        case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
            guard frame == nil else { throw .corrupt(.jpeg, offset: start, reason: "two frame headers") }
            frame = try JPEGFrame(marker: marker, bytes, in: content)
        case 0xDB:
            JPEGQuantization.read(bytes, in: content, into: &tables)
        case 0xE0 where bytes.hasText("JFIF\0", at: start):
            hasJFIF = true
        case 0xE1 where bytes.hasText("Exif\0\0", at: start):
            if orientation == nil { orientation = ExifOrientation.read(bytes, in: content).rawValue }
            header.metadataBytes += content.count
        case 0xEE where bytes.hasText("Adobe", at: start) && content.count >= 12:
            adobeTransform = bytes.byte(at: start + 11)
        case 0xE1, 0xE2, 0xED, 0xFE:
            // XMP, ICC, IPTC, comment.
            header.metadataBytes += content.count
        default: break
        }
    }

    private func finish(_ bytes: Span<UInt8>, scan: Int) throws(DecodeError) -> ImageHeader {
        guard let frame else { throw .corrupt(.jpeg, offset: scan, reason: "a scan before the frame header") }
        var result = ImageHeader(format: .jpeg, width: frame.width, height: frame.height)
        result.metadataBytes = header.metadataBytes
        result.orientation = orientation.flatMap { .init(rawValue: $0) } ?? .upright
        result.bitDepth = frame.bitDepth
        result.colorModel = frame.colorModel(hasJFIF: hasJFIF, adobeTransform: adobeTransform)
        result.isLossless = frame.isLossless
        result.isProgressive = frame.isProgressive
        result.quality = frame.components.first.flatMap { tables[$0.table & 3]?.quality }
        result.planes = frame.planes(as: result.colorModel)
        result.planeRows = 8 * (frame.components.map(\.vertical).max() ?? 1)
        let scanComponents = bytes.byte(at: scan) ?? 0
        if frame.isProgressive || scanComponents < frame.components.count {
            result.coefficientBytes = frame.coefficientBytes
        }
        return result
    }
}
