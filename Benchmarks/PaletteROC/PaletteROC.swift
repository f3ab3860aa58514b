// How well does the distance of palettes tell re-encodings of a picture from other pictures?
//
// Usage: palette-roc [FOLDER]...
// Makes re-encodings of all pictures in the folders (default: the real pictures beside the checkout, and fixtures/good),
// computes colors as the pipeline does, and prints what share of re-encodings and of other pictures a limit lets pass.
// The same input prints the same figures on every machine.

import Checks
import Foundation

@main
struct PaletteROC {
    /// Photographs and drawings of many hands; sets that are made to break decoders are no pictures.
    private static let folders =
        [
            "anki-tan", "auto-palette", "blockhash", "color-thief", "imagehash-py", "kodak", "pdq", "renpy-art",
            "scikit-image",
        ].map { "../shared/corpus/" + $0 } + ["fixtures/good"]

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let folders = arguments.isEmpty ? folders : arguments
        let pictures = Gallery.pictures(in: folders.filter { FileManager.default.fileExists(atPath: $0) })
        guard pictures.count > 1 else {
            print("usage: palette-roc [FOLDER]...\nfound \(pictures.count) pictures, expected at least two")
            exit(2)
        }
        var palette = ROC()
        var main = ROC()
        var farthest = [Double](repeating: 0, count: pictures.count)
        var groups: [(name: String, palette: [Double], main: [Double])] = []
        for reencoding in Reencoding.all {
            var distances: (palette: [Double], main: [Double]) = ([], [])
            for (index, picture) in pictures.enumerated() {
                guard let copy = try reencoding.copy(of: picture) else { continue }
                distances.palette.append(picture.paletteDistance(to: copy))
                farthest[index] = max(farthest[index], distances.palette.last ?? 0)
                distances.main.append(picture.mainDistance(to: copy))
            }
            palette.same += distances.palette
            main.same += distances.main
            groups.append((reencoding.name, distances.palette, distances.main))
        }
        for (index, picture) in pictures.enumerated() {
            for other in pictures[..<index] where !picture.isRelated(to: other) {
                palette.different.append(picture.paletteDistance(to: other))
                main.different.append(picture.mainDistance(to: other))
            }
        }
        let table = Table(palette: palette.sorted(), main: main.sorted(), pictures: pictures.count)
        print(table.text)
        print(Table.text(of: groups))
        print("\nfarthest re-encodings")
        for (index, distance) in farthest.enumerated().sorted(by: { $0.element > $1.element }).prefix(8) {
            print(String(format: "%8.2f  ", distance) + pictures[index].name)
        }
    }
}
