/// File formats that are recognized only to be named in a message.
public enum ForeignFormat: String, Sendable, Hashable, CaseIterable {
    case avif = "AVIF"
    case bmp = "BMP"
    case heic = "HEIC"
    case html = "HTML"
    case ico = "ICO"
    case jpeg2000 = "JPEG 2000"
    case jpegXL = "JPEG XL"
    case matroska = "WebM or Matroska"
    case mp4 = "MP4"
    case pdf = "PDF"
    case photoshop = "Photoshop"
    case svg = "SVG"
    case tiff = "TIFF"

    /// The format that these bytes begin as, or nil.
    static func sniffed(from bytes: Span<UInt8>) -> ForeignFormat? {
        if bytes.hasText("ftyp", at: 4) {
            if bytes.hasText("avif", at: 8) || bytes.hasText("avis", at: 8) { return .avif }
            return ["heic", "heix", "mif1", "msf1"].contains { bytes.hasText($0, at: 8) } ? .heic : .mp4
        }
        if bytes.hasText("JXL ", at: 4) || bytes.begins(with: [0xFF, 0x0A]) { return .jpegXL }
        if bytes.hasText("jP  ", at: 4) { return .jpeg2000 }
        if bytes.hasText("II*\0", at: 0) || bytes.hasText("MM\0*", at: 0) { return .tiff }
        if bytes.hasText("8BPS", at: 0) { return .photoshop }
        if bytes.hasText("%PDF", at: 0) { return .pdf }
        if bytes.hasText("<svg", at: 0) { return .svg }
        if bytes.hasText("<!DOCTYPE", at: 0) || bytes.hasText("<!doctype", at: 0) || bytes.hasText("<html", at: 0) {
            return .html
        }
        if bytes.begins(with: [0x1A, 0x45, 0xDF, 0xA3]) { return .matroska }
        if bytes.begins(with: [0, 0, 1, 0]) { return .ico }
        return bytes.hasText("BM", at: 0) && bytes.count >= 26 ? .bmp : nil
    }
}
