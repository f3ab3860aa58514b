// Pictures for the benchmark, drawn here: the same bytes from the same libraries, with the bits a pixel of real ones.
//
// Usage: bench-corpus FOLDER
// Does nothing if the folder holds this corpus already.

import Foundation

@main
struct BenchCorpus {
    /// Changes whenever the pictures do.
    private static let version = "1"

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 2 else {
            print("usage: bench-corpus FOLDER")
            exit(2)
        }
        let folder = URL(filePath: arguments[1])
        let stamp = folder.appending(path: "version.txt")
        if let known = try? String(contentsOf: stamp, encoding: .utf8), known == version { return }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for kind in PictureKind.all {
            let bits = try kind.write(into: folder)
            let figures = String(format: "%.2f bits a pixel (real ones: %.2f)", bits, kind.bits)
            print("\(kind.name): \(kind.count) files, \(figures)")
        }
        try version.write(to: stamp, atomically: true, encoding: .utf8)
    }
}
