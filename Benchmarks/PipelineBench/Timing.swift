import Foundation

/// Processor time of each kind of picture, and of all.
struct Timing {
    let programs: Programs
    let rounds: Int

    /// Lists are repeated until the limit takes so many seconds, for a start costs as much as a few pictures.
    private static let enough = 0.5

    func measure(_ pictures: [PictureFile], into report: inout Report) throws {
        print("processor time on one core: medians of \(rounds) rounds, as multiples of full decoding by the libraries")
        print(Report.row("", ["files", "limit s", "needed", "pipeline", "exact", "needed/pipeline"]))
        var kinds: [String] = []
        for picture in pictures where !kinds.contains(picture.kind) { kinds.append(picture.kind) }
        for kind in kinds.sorted() { try measure(pictures.filter { $0.kind == kind }, as: kind, into: &report) }
        try measure(pictures, as: "all", into: &report)
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
        for _ in 0..<rounds {
            for (command, arguments) in commands {
                seconds[command, default: []].append(try Measured.running(arguments).cpu)
            }
        }
        func ratio(_ one: String, _ other: String) -> Double {
            zip(seconds[one] ?? [], seconds[other] ?? []).map { $0 / $1 }.median
        }
        var values = ["files": Double(pictures.count), "limit seconds": seconds["limit"]?.median ?? 0]
        for (command, _) in commands.dropFirst() { values[command] = ratio(command, "limit") }
        values["throughput of needed"] = ratio("needed", "pipeline")
        report.kinds[name] = values
        var cells = ["\(pictures.count)"]
        cells += [values["limit seconds"] ?? 0, values["needed"] ?? 0, values["pipeline"] ?? 0, values["exact"] ?? 0]
            .map(Report.number)
        cells.append(Report.number(values["throughput of needed"] ?? 0))
        for (command, _) in commands.dropFirst(4) { cells.append("\(command) \(Report.number(values[command] ?? 0))") }
        print(Report.row(name, cells))
    }

    /// A dataset with all frames and groups, and what a second core is good for.
    private func measureWhole(_ pictures: [PictureFile], into report: inout Report) throws {
        let cores = ProcessInfo.processInfo.activeProcessorCount
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
