import Foundation

/// Processor time of each kind of picture, and of all.
struct Timing {
    let programs: Programs
    let rounds: Int

    /// Lists are repeated until the limit takes so many seconds, for a start costs as much as a few pictures.
    private static let enough = 0.5
    private static let cores = ProcessInfo.processInfo.activeProcessorCount

    func measure(_ pictures: [PictureFile], into report: inout Report) throws {
        print("processor time on one core: medians of \(rounds) rounds, as multiples of full decoding by the libraries")
        let columns = ["limit s", "needed", "pipeline", "exact", "need/pipe", "x\(Self.cores) cores", "peak MiB"]
        print(Report.row("", ["files"] + columns))
        for (kind, pictures) in PictureFile.byKind(pictures) { try measure(pictures, as: kind, into: &report) }
        try measureWhole(pictures, into: &report)
    }

    private func measure(_ pictures: [PictureFile], as name: String, into report: inout Report) throws {
        let once = try Measured.running(programs.limit(try programs.list(pictures)))
        let list = try programs.list(pictures, times: max(1, Int((Self.enough / max(once.cpu, 0.001)).rounded(.up))))
        var commands = [
            ("limit", programs.limit(list)), ("needed", programs.needed(list)), ("pipeline", programs.scan(list)),
            ("exact", programs.scan(list, isExact: true)),
        ]
        for peer in programs.peers(list) { commands.append((peer.name, peer.arguments)) }
        var seconds: [String: [Double]] = [:]
        var (speedups, peaks): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            var one = 0.0
            for (command, arguments) in commands {
                let measured = try Measured.running(arguments)
                seconds[command, default: []].append(measured.cpu)
                if command == "pipeline" { one = measured.wall }
            }
            let all = try Measured.running(programs.scan(list, jobs: Self.cores))
            speedups.append(one / all.wall)
            peaks.append(all.peak)
        }
        func ratio(_ one: String, _ other: String) -> Double {
            zip(seconds[one] ?? [], seconds[other] ?? []).map { $0 / $1 }.median
        }
        var values = ["files": Double(pictures.count), "limit seconds": seconds["limit"]?.median ?? 0]
        for (command, _) in commands.dropFirst() { values[command] = ratio(command, "limit") }
        values["throughput of needed"] = ratio("needed", "pipeline")
        values["speedup on all cores"] = speedups.median
        values["peak MiB on all cores"] = peaks.median
        report.kinds[name] = values
        var cells = ["\(pictures.count)"]
        cells += ["limit seconds", "needed", "pipeline", "exact", "throughput of needed", "speedup on all cores"]
            .map { Report.number(values[$0] ?? 0) }
        cells.append(String(format: "%.0f", peaks.median))
        for (command, _) in commands.dropFirst(4) { cells.append("\(command) \(Report.number(values[command] ?? 0))") }
        print(Report.row(name, cells))
    }

    /// A dataset with all frames and groups, and what a second core is good for.
    private func measureWhole(_ pictures: [PictureFile], into report: inout Report) throws {
        let cores = Self.cores
        let list = try programs.list(pictures)
        var (dedup, speedup, dataset): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 0..<rounds {
            let base = try Measured.running(programs.limit(list))
            dedup.append(try Measured.running(programs.dedup(list)).cpu / base.cpu)
            let (one, all) = (
                try Measured.running(programs.scan(list)), try Measured.running(programs.scan(list, jobs: cores))
            )
            speedup.append(one.wall / all.wall)
            dataset.append(
                try Measured.running(programs.dedup(list)).wall
                    / (try Measured.running(programs.dedup(list, jobs: cores)).wall))
        }
        report.whole = [
            "dedup with all frames": dedup.median, "\(cores) cores, scan": speedup.median,
            "\(cores) cores, dedup": dataset.median,
        ]
        print(Report.row("dedup, all frames", ["", "", "", Report.number(dedup.median)]))
        print("\(cores) cores against one, time on the clock: scan \(Report.number(speedup.median)),", terminator: " ")
        print("dedup \(Report.number(dataset.median))")
    }
}
