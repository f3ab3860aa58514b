import Duplicates
import Fingerprints
import Foundation
import Rasters

/// How many copies are found, and how many rightly judged, over changes that people make to pictures.
@main enum Accuracy {
    static func main() async {
        guard let options = AccuracyOptions(Array(CommandLine.arguments.dropFirst())) else {
            FileHandle.standardError.write(Data((AccuracyOptions.usage + "\n").utf8))
            exit(2)
        }
        let subjects =
            Subjects.pictures(in: options.folders, set: options.part)
            + Subjects.drawings(options.drawings, seed: options.seed, set: options.part)
        let samples = await Self.samples(of: subjects, options)
        print(
            "\(subjects.count) subjects (\(subjects.count { $0.isDecoy }) of them only to be told apart), "
                + "\(samples.count) pictures, \(options.part.rawValue), seed \(options.seed)")
        var matching = MatchOptions(orientations: .all)
        if let distance = options.distance { matching.maximumDistance = distance }
        if let reach = options.reach { matching.reach = reach }
        let examination = Examination(samples, subjects: subjects, options: matching)
        print(Report(examination).text)
        if options.listsMistakes { print(examination.mistakes.joined(separator: "\n")) }
    }

    /// The subjects and all that is made of them, in one order whatever the machine.
    private static func samples(of subjects: [Subject], _ options: AccuracyOptions) async -> [Sample] {
        var lots = await withTaskGroup(of: (Int, [Sample]).self) { group in
            for (place, subject) in subjects.enumerated() {
                group.addTask { (place, Self.samples(of: subject, at: place, options)) }
            }
            var lots: [(Int, [Sample])] = []
            for await lot in group { lots.append(lot) }
            return lots
        }
        lots.sort { $0.0 < $1.0 }
        var samples = lots.flatMap(\.1)
        for ticket in samples.indices { samples[ticket].picture.ticket = ticket }
        return samples
    }

    private static func samples(of subject: Subject, at place: Int, _ options: AccuracyOptions) -> [Sample] {
        var samples = [Sample(subject.raster, subject: place, change: nil, name: subject.name)]
        // What is too flat for a fingerprint is only there not to be taken for anything else.
        if subject.isDecoy || samples[0].picture.fingerprint.isFlat { return samples }
        for (number, change) in Change.all.enumerated()
        where options.only.isEmpty || options.only.contains(change.group) {
            let name = "\(subject.name) > \(change.name)"
            var chance = Chance(name, seed: options.seed)
            guard let made = try? change.make(subject, &chance) else { continue }
            samples.append(Sample(made, subject: place, change: number, name: name))
        }
        return samples
    }
}
