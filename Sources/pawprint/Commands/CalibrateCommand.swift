import ArgumentParser
import Duplicates
import Foundation
import Sourcing
import Stages

/// `pawprint calibrate`: how well copies of the user's own pictures are found.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Measure on your own pictures which copies are found, at which distance.",
        usage: "pawprint calibrate <path> ... [<options>]",
        discussion: """
            Some of the pictures are changed in memory as people change pictures: encoded
            again, resized, stretched, cropped, framed, toned, and, as what is no copy,
            redrawn in a place. The tables say how many of them are within a distance of
            their originals, how many the program finds and calls copies, what is called
            so wrongly, and which --max-distance is enough for a wanted precision. The
            same pictures and seed give the same figures.

            EXAMPLES
              pawprint calibrate photos
              pawprint calibrate photos --pictures 100 --precision 99.9% --seed 7
              pawprint calibrate photos --orientations all --format json
            """)

    @OptionGroup(title: "Input") var input: InputArguments
    @Option(help: ArgumentHelp("How many pictures are changed in all ways.", valueName: "n")) var pictures = 32
    @Option(help: ArgumentHelp("How many others are only to be told apart from them.", valueName: "n"))
    var others = 500
    @Option(help: ArgumentHelp("What all chance follows from.", valueName: "n")) var seed: UInt64 = 1
    @Option(help: ArgumentHelp("The share of what is called a copy that is to be one.", valueName: "share"))
    var precision = Share(0.999)
    @Option(help: "Form of the result: text or json.") var format = ResultFormat.text
    @OptionGroup var distance: DistanceFlags
    @Option(
        help: ArgumentHelp(
            "How much of a picture has to be in another: automatic, whole, borders or parts.", valueName: "how"))
    var reach = MatchOptions.Reach.automatic
    @Option(
        name: [.customShort("j"), .long],
        help: ArgumentHelp("How many pictures are changed at once (default: one a core).", valueName: "n"))
    var jobs: Int?
    @OptionGroup(title: "Limits") var decoding: DecodeFlags

    mutating func validate() throws {
        if let jobs, !(1...64).contains(jobs) { throw ValidationError("--jobs takes 1 to 64, not \(jobs)") }
        if !(1...1000).contains(pictures) { throw ValidationError("--pictures takes 1 to 1000, not \(pictures)") }
        if !(0...20_000).contains(others) { throw ValidationError("--others takes 0 to 20000, not \(others)") }
    }

    func run() throws {
        let items = try listed()
        let plan = CalibrationPlan(
            pictures: pictures, others: others, seed: seed, precision: precision.value, limits: decoding.plan.limits,
            jobs: jobs ?? min(64, ProcessInfo.processInfo.activeProcessorCount),
            matching: MatchOptions(
                maximumDistance: distance.maximumDistance, orientations: distance.orientations,
                reach: reach.resolved(for: items.count)))
        let calibrating: Calibrating
        do throws(CalibrationFault) {
            calibrating = try Calibrating(items, plan: plan)
        } catch {
            throw FileFault(path: input.paths.joined(separator: " "), reason: "\(error)", status: .sourceFailed)
        }
        var output = StandardOutput()
        try output.write(
            format == .text ? Array(CalibrationWords(calibrating: calibrating).text.utf8) : calibrating.json)
        try output.flush()
    }

    /// All files of this machine that the input names.
    private func listed() throws(SourceError) -> [SourceItem] {
        var items: [SourceItem] = []
        for source in try input.sources {
            var source = source
            while let entry = try source.next() {
                if case .item(let item) = entry, item.locator.path != nil { items.append(item) }
            }
        }
        return items
    }
}
