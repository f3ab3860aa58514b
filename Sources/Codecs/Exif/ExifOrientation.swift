import Rasters

/// Finds the orientation in EXIF data: a TIFF file of its own inside a picture.
///
/// Whatever is malformed means upright, as it does to browsers: no picture is refused because of its metadata.
/// Source: TIFF 6.0, section 2; CIPA DC-008 (Exif 2.32), section 4.6.4.
enum ExifOrientation {
    private static let tag = 0x0112
    private static let short = 3
    private static let long = 4

    /// The orientation in `bytes[range]`, which may begin with the `Exif` marker of JPEG.
    static func read(_ bytes: Span<UInt8>, in range: Range<Int>) -> Orientation {
        let exif = bytes.extracting(range)
        let start = exif.hasText("Exif\0\0", at: 0) ? 6 : 0
        return number(in: exif.extracting(start...)).flatMap(Orientation.init(rawValue:)) ?? .upright
    }

    private static func number(in tiff: Span<UInt8>) -> Int? {
        let isBigEndian = tiff.hasText("MM\0*", at: 0)
        guard isBigEndian || tiff.hasText("II*\0", at: 0) else { return nil }
        func number(_ bytes: Int, at offset: Int) -> Int? {
            isBigEndian ? tiff.bigEndian(bytes, at: offset) : tiff.littleEndian(bytes, at: offset)
        }
        guard let directory = number(4, at: 4), let entries = number(2, at: directory) else { return nil }
        for index in 0..<entries {
            let entry = directory + 2 + index * 12
            guard let found = number(2, at: entry) else { return nil }
            guard found == tag else { continue }
            guard number(4, at: entry + 4) == 1 else { return nil }
            switch number(2, at: entry + 2) {
            case short: return number(2, at: entry + 8)
            case long: return number(4, at: entry + 8)
            default: return nil
            }
        }
        return nil
    }
}
