import ArgumentParser
import Duplicates
import JSONText
import Manifests
import Stages

/// `pawprint compare`: how two pictures are related.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Say how two pictures are related, and what that rests on.",
        usage: "pawprint compare <image> <image> [<options>]",
        discussion: """
            EXAMPLES
              pawprint compare original.png copy.jpg
              pawprint compare --json a.png b.png | jq -r .relation
            """)

    @Argument(help: ArgumentHelp("One picture.", valueName: "image")) var first: String
    @Argument(help: ArgumentHelp("The other.", valueName: "image")) var second: String
    @Flag(help: "One JSON object instead of text.") var json = false
    @OptionGroup(title: "Limits") var decoding: DecodeFlags

    func run() throws {
        var comparison = PictureComparison(decoding.plan)
        let sides: [ComparedPicture]
        do throws(Stopped) {
            sides = [try comparison.look(at: first), try comparison.look(at: second)]
        } catch {
            let reason = error.record.error?.message ?? "cannot be read"
            StandardError.write(line: "pawprint: \(error.record.id): \(reason)")
            throw ExitStatus.tooManyFailures.code
        }
        let verdict = PairVerdict.compare(sides[0].picture, sides[1].picture, orientations: .all)
        var output = StandardOutput()
        let words = ComparisonWords(sides: sides, verdict: verdict)
        try output.write(line: json ? words.json.encoded() : Array(words.text.utf8))
        try output.flush()
    }
}
