import Foundation

/// A file of the benchmark, and of what kind it is.
struct PictureFile {
    let path: String
    /// How it is coded, in words; the same decoders and the same way through them.
    let kind: String

    /// All files of a folder that a decoder of the four formats may know, in the order of their names.
    static func all(in folder: URL) throws -> [PictureFile] {
        let endings: Set = ["png", "jpg", "jpeg", "gif", "webp"]
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            .filter { endings.contains(($0 as NSString).pathExtension.lowercased()) }
        guard !names.isEmpty else { throw Failure.noPictures(folder.path) }
        return try names.map { name in
            let url = folder.appending(path: name).standardizedFileURL
            return PictureFile(path: url.path, kind: kind(of: [UInt8](try Data(contentsOf: url))))
        }
    }

    /// The pictures of each kind, by its name, and then all of them.
    static func byKind(_ pictures: [PictureFile]) -> [(kind: String, pictures: [PictureFile])] {
        Dictionary(grouping: pictures, by: \.kind).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            + [("all", pictures)]
    }

    private static func kind(of bytes: [UInt8]) -> String {
        guard bytes.count > 30 else { return "other" }
        if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
        if bytes.starts(with: [0x89, 0x50]) {
            let colors = ["gray", "", "RGB", "palette", "gray", "", "RGBA"]
            return "PNG \(colors[Int(min(bytes[25], 6))])"
        }
        if bytes.starts(with: Array("GIF8".utf8)) { return "GIF, all frames" }
        let chunk = String(decoding: bytes[12..<16], as: UTF8.self)
        switch chunk {
        case "VP8L": return "WebP lossless"
        case "VP8X": return bytes[20] & 2 != 0 ? "WebP animated" : "WebP with alpha"
        default: return "WebP lossy"
        }
    }

    /// Baseline or progressive, and its size.
    private static func jpeg(_ bytes: [UInt8]) -> String {
        var offset = 2
        while offset + 9 < bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            if (0xC0...0xC2).contains(marker) {
                let height = Int(bytes[offset + 5]) << 8 | Int(bytes[offset + 6])
                let width = Int(bytes[offset + 7]) << 8 | Int(bytes[offset + 8])
                let size = width * height < 1_000_000 ? "to 1 MP" : width * height < 4_000_000 ? "to 4 MP" : "larger"
                return "JPEG \(marker == 0xC2 ? "progressive" : "baseline") \(size)"
            }
            offset += 2 + Int(bytes[offset + 2]) << 8 + Int(bytes[offset + 3])
        }
        return "JPEG, unusual"
    }
}
