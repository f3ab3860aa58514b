import Foundation

/// What is not a matter of rounds: parts of the analysis, accuracy, memory, starting.
struct Facts {
    let programs: Programs
    /// How often the pictures are listed where memory is measured.
    let repeats: [Int]

    func measure(_ pictures: [PictureFile], into report: inout Report) throws {
        try measureParts(pictures, into: &report)
        try measureAccuracy(pictures, into: &report)
        try measureMemory(pictures, into: &report)
        try measureStart(pictures, into: &report)
    }

    private func measureParts(_ pictures: [PictureFile], into report: inout Report) throws {
        let names = ["reading", "digest", "decoding", "fingerprint", "descriptor", "colors"]
        print("\nshare of the time of one picture after the other, in percent")
        print(Report.row("", names.map { String($0.prefix(9)) }))
        for (kind, pictures) in PictureFile.byKind(pictures) {
            let output = try Measured.output(of: programs.parts(try programs.list(pictures)))
            let seconds = try JSONDecoder().decode([String: Double].self, from: output)
            let sum = seconds.values.reduce(0, +)
            report.parts[kind] = seconds.mapValues { $0 / sum }
            print(Report.row(kind, names.map { String(format: "%.1f", (seconds[$0] ?? 0) / sum * 100) }))
        }
    }

    /// A line of a manifest, as far as it matters here.
    private struct Line: Decodable {
        struct Fingerprint: Decodable {
            let quality: Int
            let value: String
        }
        struct Image: Decodable {
            let width: Int
            let height: Int
        }
        let fingerprint: Fingerprint?
        let image: Image?
    }

    private func lines(_ arguments: [String]) throws -> [Line] {
        let output = try Measured.output(of: arguments)
        return try output.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Line.self, from: $0) }
    }

    private func measureAccuracy(_ pictures: [PictureFile], into report: inout Report) throws {
        let list = try programs.list(pictures)
        let (fast, exact) = (try lines(programs.scan(list)), try lines(programs.scan(list, isExact: true)))
        var bits: [String: [Int]] = [:]
        for (index, picture) in pictures.enumerated() where index < min(fast.count, exact.count) {
            guard let one = fast[index].fingerprint, let other = exact[index].fingerprint, other.quality >= 50 else {
                continue
            }
            let distance = zip(one.value, other.value).reduce(0) { sum, digits in
                let (a, b) = (digits.0.hexDigitValue ?? 0, digits.1.hexDigitValue ?? 0)
                return sum + (a ^ b).nonzeroBitCount
            }
            bits[picture.kind, default: []].append(distance)
        }
        report.largest = exact.compactMap(\.image).map { $0.width * $0.height }.max() ?? 0
        print("\nbits of 256 between fast and exact fingerprints (quality 50 and more)")
        print(Report.row("", ["files", "mean", "p95", "p99", "max"]))
        let all = bits.values.flatMap { $0 }
        for (kind, distances) in bits.sorted(by: { $0.key < $1.key }) + [("all", all)] where !distances.isEmpty {
            let sorted = distances.sorted()
            func quantile(_ part: Double) -> Int { sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))] }
            let mean = Double(sorted.reduce(0, +)) / Double(sorted.count)
            report.accuracy[kind] = [
                "files": Double(sorted.count), "mean": mean, "p95": Double(quantile(0.95)),
                "p99": Double(quantile(0.99)), "max": Double(quantile(1)),
            ]
            print(
                Report.row(
                    kind,
                    ["\(sorted.count)", Report.number(mean)] + [0.95, 0.99, 1].map { "\(quantile($0))" }))
        }
    }

    private func measureMemory(_ pictures: [PictureFile], into report: inout Report) throws {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let allowed = 64 + Double(8 * report.largest * cores) / 1_048_576
        print("\npeak memory on \(cores) cores, MiB", terminator: "; ")
        print("64 MiB + 8 bytes a pixel of the largest and worker: \(Report.number(allowed))")
        report.memory["allowed"] = allowed
        for times in repeats {
            let list = try programs.list(pictures, times: times)
            let scan = try Measured.running(programs.scan(list, jobs: cores)).peak
            let dedup = try Measured.running(programs.dedup(list, jobs: cores)).peak
            (report.memory["scan \(times)x"], report.memory["dedup \(times)x"]) = (scan, dedup)
            print(Report.row("\(times)x", ["scan \(Report.number(scan))", "dedup \(Report.number(dedup))"]))
        }
    }

    private func measureStart(_ pictures: [PictureFile], into report: inout Report) throws {
        let list = try programs.list(Array(pictures.prefix(1)))
        for (name, arguments) in [("help", programs.help()), ("scan of one file", programs.scan(list))] {
            let seconds = try (0..<9).map { _ in try Measured.running(arguments).cpu }.median
            report.start[name] = seconds * 1000
            print(Report.row(name, [String(format: "%.1f ms", seconds * 1000)]))
        }
    }
}
