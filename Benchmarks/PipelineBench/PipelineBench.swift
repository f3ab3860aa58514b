// How close is the whole pipeline to the limit of the codecs, and does its memory depend on the collection?
//
// Usage: pipeline-bench FOLDER [ROUNDS]
// Runs the decode limit and the pipeline in turn (A B A B ...) over the pictures of FOLDER, on all cores and on one,
// and prints medians of processor time as ratios to the limit of the same round. Both programs stand beside this one.

import Foundation

@main
struct PipelineBench {
    let programs: URL
    let work: URL
    let list: String
    let rounds: Int

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2, let rounds = Int(arguments.count > 2 ? arguments[2] : "5"), rounds > 0 else {
            print("usage: pipeline-bench FOLDER [ROUNDS]")
            exit(2)
        }
        let work = FileManager.default.temporaryDirectory.appending(path: "pawprint-bench-\(getpid())")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: work) }
        let list = try pictures(in: URL(filePath: arguments[1]), into: work, copies: 1)
        let bench = PipelineBench(
            programs: Bundle.main.bundleURL, work: work, list: list, rounds: rounds)
        try bench.measureTime()
        try bench.measureMemory(folder: URL(filePath: arguments[1]))
    }

    /// Writes a list of all files that a decoder of the four formats may know; `copies` times over.
    static func pictures(in folder: URL, into work: URL, copies: Int) throws -> String {
        let endings: Set = ["png", "jpg", "jpeg", "gif", "webp"]
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            .filter { endings.contains(($0 as NSString).pathExtension.lowercased()) }
        guard !names.isEmpty else { throw Failure.noPictures(folder.path) }
        let lines = names.map { folder.appending(path: $0).standardizedFileURL.path }.joined(separator: "\n") + "\n"
        let path = work.appending(path: "list-\(copies).txt")
        try String(repeating: lines, count: copies).write(to: path, atomically: true, encoding: .utf8)
        return path.path
    }

    private func limit(_ jobs: Int) -> [String] {
        [programs.appending(path: "decode-limit").path, "-j", "\(jobs)", list]
    }

    private func scan(_ jobs: Int, list: String) -> [String] {
        [programs.appending(path: "pawprint").path, "scan", list, "--list", "--quiet", "--jobs", "\(jobs)"]
    }

    private func run(_ jobs: Int, list: String) -> [String] {
        let dataset = work.appending(path: "dataset").path
        try? FileManager.default.removeItem(atPath: dataset)
        return [
            programs.appending(path: "pawprint").path, "dedup", list, "--list", "-o", dataset, "--quiet",
            "--jobs", "\(jobs)",
        ]
    }

    private func measureTime() throws {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        print("processor seconds, medians of \(rounds) rounds in turn, and as a multiple of the decode limit")
        for jobs in Set([1, cores]).sorted() {
            var costs: [String: [Measured]] = [:]
            var ratios: [String: [Double]] = [:]
            for _ in 0..<rounds {
                let base = try Measured.running(limit(jobs))
                costs["decode-limit", default: []].append(base)
                for (name, arguments) in [("scan", scan(jobs, list: list)), ("dedup", run(jobs, list: list))] {
                    let cost = try Measured.running(arguments)
                    costs[name, default: []].append(cost)
                    ratios[name, default: []].append(cost.cpu / base.cpu)
                }
            }
            for name in ["decode-limit", "scan", "dedup"] {
                guard let cost = costs[name] else { continue }
                let line = [
                    pad("\(name) -j \(jobs)", 20), number(cost.map(\.cpu).median), "s cpu",
                    number(ratios[name]?.median ?? 1), "x", number(cost.map(\.wall).median), "s wall",
                    number(cost.map(\.peak).median), "MiB peak",
                ]
                print(line.joined(separator: " "))
            }
        }
    }

    private func measureMemory(folder: URL) throws {
        print("peak memory by size of the collection")
        for copies in [1, 10] {
            let many = try Self.pictures(in: folder, into: work, copies: copies)
            let cores = ProcessInfo.processInfo.activeProcessorCount
            let scanned = try Measured.running(scan(cores, list: many))
            let grouped = try Measured.running(run(cores, list: many))
            print(
                pad("\(copies)x", 20), number(scanned.peak), "MiB scan", number(grouped.peak), "MiB dedup")
        }
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text.padding(toLength: width, withPad: " ", startingAt: 0)
    }

    private func number(_ value: Double) -> String { String(format: "%8.2f", value) }
}
