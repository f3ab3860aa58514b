import Codecs
import Fingerprints
import Foundation
import Rasters

/// Finds the pictures that say something about palettes.
enum Gallery {
    /// Icons are left out: nobody declares their colors, and some thousand pixels make no stable palette.
    private static let leastSide = 256

    /// The pictures in `folders`, in the order of their paths; of several copies the first.
    static func pictures(in folders: [String]) -> [ColoredPicture] {
        var pictures: [ColoredPicture] = []
        for path in folders.flatMap(files) {
            guard let raster = raster(at: path), min(raster.width, raster.height) >= leastSide else { continue }
            let picture = ColoredPicture(raster, name: path)
            // Versions of a picture would count it several times; flat ones have no fingerprint to tell that by.
            if picture.fingerprint.isFlat || pictures.contains(where: picture.isRelated) { continue }
            pictures.append(picture)
        }
        return pictures
    }

    /// The first frame of a file's content; `nil` for what is no picture.
    static func raster(of bytes: [UInt8]) -> Raster? {
        var sink = RasterSink()
        var decoder = ImageDecoder()
        let options = DecodeOptions(frames: .first)
        do throws(DecodeError) {
            let header = try ImageDecoder.header(of: bytes.span)
            _ = try decoder.decode(bytes.span, header: header, options: options, into: &sink)
        } catch {
            return nil
        }
        return sink.rasters.first
    }

    private static func raster(at path: String) -> Raster? {
        FileManager.default.contents(atPath: path).flatMap { raster(of: [UInt8]($0)) }
    }

    private static func files(in folder: String) -> [String] {
        let endings: Set = ["png", "jpg", "jpeg", "gif", "webp"]
        let names = FileManager.default.subpaths(atPath: folder) ?? []
        return names.filter { endings.contains(($0 as NSString).pathExtension.lowercased()) }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { folder + "/" + $0 }
    }
}
