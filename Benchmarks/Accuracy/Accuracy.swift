import Calibration
import Duplicates
import Fingerprints
import Foundation
import Rasters

/// How many copies are found, and how many rightly judged, over changes that people make to pictures.
@main enum Accuracy {
    static func main() async throws {
        guard let options = AccuracyOptions(Array(CommandLine.arguments.dropFirst())) else {
            FileHandle.standardError.write(Data((AccuracyOptions.usage + "\n").utf8))
            exit(2)
        }
        let subjects =
            Subjects.pictures(in: options.folders, set: options.part)
            + Subjects.drawings(options.drawings, seed: options.seed, set: options.part)
        let samples = try await Self.samples(of: subjects, options)
        print(
            "\(subjects.count) subjects (\(subjects.count { $0.isDecoy }) of them only to be told apart), "
                + "\(samples.count) pictures, \(options.part.rawValue), seed \(options.seed)")
        var matching = MatchOptions(orientations: .all)
        matching.reach = options.reach
        if let distance = options.distance { matching.maximumDistance = distance }
        let examination = Examination(samples, subjects: subjects, options: matching)
        print(Report(examination).text)
        if options.listsMistakes { print(examination.mistakes.joined(separator: "\n")) }
    }

    /// The subjects and all that is made of them, in one order whatever the machine.
    private static func samples(of subjects: [Subject], _ options: AccuracyOptions) async throws -> [PeerSample] {
        var lots = try await withThrowingTaskGroup(of: (Int, [PeerSample]).self) { group in
            for (place, subject) in subjects.enumerated() {
                group.addTask { (place, try Self.samples(of: subject, at: place, options)) }
            }
            var lots: [(Int, [PeerSample])] = []
            for try await lot in group { lots.append(lot) }
            return lots
        }
        lots.sort { $0.0 < $1.0 }
        var samples = lots.flatMap(\.1)
        for ticket in samples.indices { samples[ticket].sample.picture.ticket = ticket }
        return samples
    }

    private static func samples(
        of subject: Subject, at place: Int, _ options: AccuracyOptions
    ) throws -> [PeerSample] {
        let original = Sample(subject.raster, subject: place, change: nil, name: subject.name)
        var samples = [PeerSample(sample: original, peers: PeerHashes(subject.raster))]
        // What is too flat for a fingerprint is only there not to be taken for anything else.
        if subject.isDecoy || original.picture.fingerprint.isFlat { return samples }
        for (number, change) in Change<Subject>.all.enumerated()
        where options.only.isEmpty || options.only.contains(change.group) {
            if let made = try change.sample(
                of: subject, named: subject.name, at: (place, number), seed: options.seed)
            {
                samples.append(PeerSample(sample: made.sample, peers: PeerHashes(made.raster)))
            }
        }
        return samples
    }
}
