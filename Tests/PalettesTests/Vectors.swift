import Foundation
import Palettes
import Rasters
import TestSupport

/// The recorded results of color-thief 3.3.1 that stand beside the corpus.
enum Vectors {
    private static let root = Corpus.root.deletingLastPathComponent().appending(path: "apis/palette-vectors")

    static let exist = FileManager.default.fileExists(atPath: root.appending(path: "expected.json").path)

    /// One picture, stride and space with what the library found.
    struct Vector {
        let name: String
        let stride: Int
        let space: PaletteSpace
        let palette: [String]
        let populations: [Int]
        let main: String
    }

    static func all() throws -> [Vector] {
        let data = try Data(contentsOf: root.appending(path: "expected.json"))
        let pictures = try JSONSerialization.jsonObject(with: data) as? [String: [String: [String: Any]]] ?? [:]
        var vectors: [Vector] = []
        for (name, strides) in pictures {
            for (stride, spaces) in strides {
                for (key, space) in [("oklch", PaletteSpace.oklch), ("rgb", .rgb)] {
                    guard let found = spaces[key] as? [String: Any], let palette = found["palette"] as? [String],
                        let populations = found["population"] as? [Int], let main = found["main"] as? String,
                        let stride = Int(stride.dropFirst("quality".count))
                    else { throw CocoaError(.coderReadCorrupt) }
                    vectors.append(
                        Vector(
                            name: name, stride: stride, space: space, palette: palette, populations: populations,
                            main: main))
                }
            }
        }
        return vectors
    }

    /// A binary PPM of 48x48 pixels, as RGBA.
    static func picture(_ name: String) throws -> Raster {
        let bytes = [UInt8](try Data(contentsOf: root.appending(path: "\(name).ppm")))
        var pixels: [UInt8] = []
        for first in stride(from: bytes.count - 48 * 48 * 3, to: bytes.count, by: 3) {
            pixels += bytes[first..<first + 3] + [255]
        }
        return Raster(width: 48, height: 48, pixels: pixels)
    }
}
