// How close is the whole pipeline to the limit of the codecs, and does its memory depend on the collection?
//
// Usage: pipeline-bench [--rounds N] [--json FILE] [--peers PYTHON] [--repeats N,...] FOLDER
// Runs the libraries' full decoding, our own decoding alone, and the pipeline in turn (A B C, A B C, ...) over the pictures
// of FOLDER, of each kind and all together, and prints medians of processor time as ratios to the first of the same round;
// then what the parts of the analysis cost, how far fast fingerprints lie from exact ones, and peak memory of the pictures listed
// once, ten times, or as often as --repeats says. The programs stand beside this one. PYTHON has the peers of Benchmarks/Peers.

import Foundation

@main
struct PipelineBench {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        func value(of option: String) -> String? {
            guard let place = arguments.firstIndex(of: option), place + 1 < arguments.endIndex else { return nil }
            defer { arguments.removeSubrange(place...place + 1) }
            return arguments[place + 1]
        }
        let json = value(of: "--json")
        let python = value(of: "--peers")
        let rounds = value(of: "--rounds") ?? "5"
        let repeats = (value(of: "--repeats") ?? "1,10").split(separator: ",").map { Int($0) ?? 0 }
        guard let folder = arguments.first, arguments.count == 1, let rounds = Int(rounds), rounds > 0,
            repeats.allSatisfy({ $0 > 0 }),
            (try? URL(filePath: folder).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
        else {
            print("usage: pipeline-bench [--rounds N] [--json FILE] [--peers PYTHON] [--repeats N,...] FOLDER")
            exit(2)
        }
        let work = FileManager.default.temporaryDirectory.appending(path: "pawprint-bench-\(getpid())")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: work) }
        let programs = Programs(beside: Bundle.main.bundleURL, work: work, python: python)
        do {
            let pictures = try PictureFile.all(in: URL(filePath: folder))
            var report = Report()
            try Timing(programs: programs, rounds: rounds).measure(pictures, into: &report)
            try Facts(programs: programs, repeats: repeats).measure(pictures, into: &report)
            if let json { try report.json.write(to: URL(filePath: json)) }
        } catch let failure as Failure {
            try? FileManager.default.removeItem(at: work)
            print("pipeline-bench: \(failure)")
            exit(1)
        }
    }
}
