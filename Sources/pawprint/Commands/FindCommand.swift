import ArgumentParser
import Duplicates
import JSONText
import Manifests
import Stages

/// `pawprint find`: is this already here?
struct FindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Ask a dataset whether pictures are already in it.",
        usage: "pawprint find <image> ... --in <folder> [<options>]",
        discussion: """
            EXAMPLES
              pawprint find new.jpg --in out/photos
              pawprint find *.png --in out/photos --json | jq 'select(.matches == [])'
            """)

    @Argument(help: ArgumentHelp("Pictures.", valueName: "image")) var images: [String]
    @Option(name: .customLong("in"), help: ArgumentHelp("The dataset folder.", valueName: "folder"))
    var folder: String
    @OptionGroup var distance: DistanceFlags
    @Flag(help: "One JSON object a line instead of text.") var json = false
    @OptionGroup(title: "Limits") var decoding: DecodeFlags

    func run() throws {
        var search = try DatasetSearch(DatasetFolder(folder), plan: decoding.plan)
        var comparison = PictureComparison(decoding.plan)
        var output = StandardOutput()
        var failures = 0
        for image in images {
            let picture: ComparedPicture
            do throws(Stopped) {
                picture = try comparison.look(at: image)
            } catch {
                failures += 1
                StandardError.write(line: "pawprint: \(image): \(error.record.error?.message ?? "cannot be read")")
                continue
            }
            let matches = try search.matches(
                of: picture, within: distance.maximumDistance, orientations: distance.orientations)
            try output.write(line: json ? object(image, matches).encoded() : Array(text(image, matches).utf8))
        }
        try output.flush()
        for problem in search.problems { StandardError.write(line: "pawprint: \(problem)") }
        if failures == images.count { throw ExitStatus.tooManyFailures.code }
    }

    /// The best match, and how many more there are: a group of twenty copies is no screenful.
    private func text(_ image: String, _ matches: [DatasetSearch.Match]) -> String {
        guard let best = matches.first else { return "\(image): not here" }
        let name = best.record.fileName ?? best.record.id
        let more = matches.count == 1 ? "" : "\n  and \(matches.count - 1) more that are related (--json lists them)"
        let isHere = best.verdict.relation.isDuplicate ? "here" : "not here, but related"
        return "\(image): \(isHere): \(name)\n  \(best.verdict.relation.rawValue): \(best.verdict.words)\(more)"
    }

    private func object(_ image: String, _ matches: [DatasetSearch.Match]) -> JSONValue {
        let list = matches.map { match in
            JSONValue.object([
                "distance": .integer(match.verdict.distance), "evidence": .object(match.verdict.evidence.json),
                "file_name": match.record.fileName.map { .string($0) } ?? .null, "id": .string(match.record.id),
                "relation": .string(match.verdict.relation.rawValue), "words": .string(match.verdict.words),
            ])
        }
        return .object([
            "image": .string(image), "matches": .array(list), "schema": "pawprint.find/1",
        ])
    }
}
