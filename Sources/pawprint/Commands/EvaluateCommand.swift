import ArgumentParser
import Evaluation

/// `pawprint evaluate`: a result against the truth.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Score a dataset against a truth file; status 1 if it is not good enough.",
        usage: "pawprint evaluate <manifest> --truth <file> [<options>]",
        discussion: """
            The truth is JSON: lists of groups, pairs, duplicates, alternates, distinct
            pictures, named by path, id or SHA-256 (see the README); or JSON lines, such
            as the groups.jsonl of a run that somebody went through. Every two pictures
            of a group count as called copies. Pairs that the truth says nothing of are
            left out.

            EXAMPLES
              pawprint evaluate out/photos --truth truth.json
              pawprint evaluate out/photos --truth truth.json --min-precision 0.999
              pawprint evaluate out/new --truth out/good/groups.jsonl --format json
            """)

    @Argument(help: ArgumentHelp("The folder of a dataset, or its manifest.", valueName: "manifest"))
    var manifest: String
    @Option(help: ArgumentHelp("What is true of the pictures.", valueName: "file")) var truth: String
    @Option(help: "Form of the score: text or json (with every pair that is wrong or missed).")
    var format = ResultFormat.text
    @Option(
        name: .customLong("min-precision"),
        help: ArgumentHelp("End with status 1 if fewer of the pairs called copies are copies.", valueName: "share"))
    var leastPrecision: Share?
    @Option(
        name: .customLong("min-recall"),
        help: ArgumentHelp("End with status 1 if fewer of the copies were called so.", valueName: "share"))
    var leastRecall: Share?

    func run() throws {
        let known = try readTruth()
        let score = Score(try readClaims(), truth: known)
        guard score.pictures > 1 else {
            throw FileFault(
                path: truth, reason: "names no two pictures of \(manifest); paths are compared from their ends",
                status: .usage)
        }
        var output = StandardOutput()
        try output.write(format == .text ? Array(score.text.utf8) : score.json)
        try output.flush()
        try hold(score.copies.precision, to: leastPrecision, "--min-precision")
        try hold(score.copies.recall, to: leastRecall, "--min-recall")
    }

    private func readTruth() throws -> Truth {
        let bytes = try GivenFile.bytes(of: truth)
        do throws(TruthError) {
            return try Truth(parsing: bytes)
        } catch {
            throw FileFault(path: truth, reason: "\(error)", status: .usage)
        }
    }

    private func readClaims() throws -> Claims {
        guard let file = ManifestFile(argument: manifest) else {
            throw FileFault(
                path: manifest, reason: "is no manifest; expected the folder of a dataset or its manifest.jsonl",
                status: .usage)
        }
        var claims = Claims()
        try file.forEach { claims.add($0) }
        guard claims.areGrouped else {
            throw FileFault(
                path: manifest, reason: "nothing is grouped in it; expected what dedup or run made", status: .usage)
        }
        try file.forEachGroup { claims.add($0) }
        claims.finish()
        return claims
    }

    /// - Throws: the end of the program with status 1 if `share` is below `least`. Where nothing was called a copy, or
    ///   nothing is one, nothing is wrong.
    private func hold(_ share: Double?, to least: Share?, _ flag: String) throws {
        guard let least, let share, share < least.value else { return }
        StandardError.write(line: "pawprint: \(flag) \(least.value): it is \(FourDigits.text(share))")
        throw ExitStatus.policyBroken.code
    }
}
