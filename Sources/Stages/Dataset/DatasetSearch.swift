internal import Catalogs
public import Duplicates
internal import Fingerprints
internal import Foundation
public import Manifests
internal import Sequences

/// Asks a dataset whether a picture is already in it.
public struct DatasetSearch {
    /// A picture of the dataset that is related to the one asked for.
    public struct Match: Sendable {
        /// The line of the dataset's picture.
        public let record: ManifestRecord
        /// How it is related.
        public let verdict: PairVerdict
    }

    private let folder: DatasetFolder
    private let plan: AnalysisPlan
    private let records: [ManifestRecord]
    private let index: HammingIndex
    private let positionsByDigest: [String: [Int]]
    /// The keys of the dataset's animations, and the position of the animation that each belongs to.
    private let frames: (index: HammingIndex, owners: [Int])
    private let catalog: Catalog?
    private var reader: PictureReader
    /// Pictures that could not be compared though they may be related, with the reason: `name: reason`, each once.
    public private(set) var problems: [String] = []

    /// Reads the manifest in `folder`.
    ///
    /// - Throws: `ManifestError` for a line that cannot be understood, `SearchError` if there is no manifest.
    public init(_ folder: DatasetFolder, plan: AnalysisPlan = AnalysisPlan()) throws {
        guard let bytes = FileManager.default.contents(atPath: folder.manifest) else {
            throw SearchError.noManifest(path: folder.manifest)
        }
        self.folder = folder
        self.plan = plan
        records = try ManifestLine.records(in: [UInt8](bytes)).filter { $0.fingerprint != nil }
        index = HammingIndex(
            records.map { record in
                record.fingerprint.flatMap { Fingerprint(hexadecimal: $0.value, quality: $0.quality)?.words } ?? SIMD4()
            })
        var positions: [String: [Int]] = [:]
        for (position, record) in records.enumerated() {
            positions[record.file?.sha256 ?? "", default: []].append(position)
        }
        positionsByDigest = positions
        // Without a catalog, candidates are decoded again.
        catalog = try? Catalog(reading: folder.path)
        frames = Self.frames(of: records, in: catalog, key: plan.key)
        reader = PictureReader(plan)
    }

    /// The keys of all animations that the catalog knows; of others first frames alone are asked.
    private static func frames(
        of records: [ManifestRecord], in catalog: Catalog?, key: String
    ) -> (index: HammingIndex, owners: [Int]) {
        var keys: [Fingerprint] = []
        var owners: [Int] = []
        for (position, record) in records.enumerated() where (record.image?.frames ?? 1) > 1 {
            guard let found = try? catalog?.sequences(of: [record.file?.sha256 ?? ""], key: key), let bytes = found[0],
                let sequence = FrameSequence(bytes: bytes)
            else { continue }
            keys += sequence.keys
            owners += sequence.keys.map { _ in position }
        }
        return (HammingIndex(keys.map(\.words)), owners)
    }

    /// All pictures of the dataset that are related to `picture` in one of `orientations`, copies first, then the closest.
    public mutating func matches(
        of picture: ComparedPicture, within radius: Int, orientations: MatchOptions.Orientations = .none
    ) -> [Match] {
        let isFlat = picture.picture.fingerprint.isFlat
        var positions = Set(positionsByDigest[picture.picture.digest] ?? [])
        for match in index.matches(of: picture.picture.fingerprint.words, within: isFlat ? 256 : radius) {
            positions.insert(match.position)
        }
        for question in picture.picture.frameKeys.questions {
            for match in frames.index.matches(of: question.words, within: radius) {
                positions.insert(frames.owners[match.position])
            }
        }
        for turn in isFlat ? [] : orientations.turns {
            let turned = picture.picture.fingerprint.oriented(turn).words
            for match in index.matches(of: turned, within: radius) { positions.insert(match.position) }
        }
        var matches: [Match] = []
        for position in positions.sorted() {
            guard let candidate = candidate(at: position) else { continue }
            let verdict = PairVerdict.compare(picture.picture, candidate, orientations: orientations)
            if verdict.relation != .unrelated { matches.append(Match(record: records[position], verdict: verdict)) }
        }
        return matches.enumerated().sorted { first, second in
            let (one, other) = (first.element.verdict, second.element.verdict)
            if one.relation.isDuplicate != other.relation.isDuplicate { return one.relation.isDuplicate }
            return (one.distance, first.offset) < (other.distance, second.offset)
        }.map(\.element)
    }

    /// The dataset's picture in the terms of matching: from the catalog, else from the file itself.
    private mutating func candidate(at position: Int) -> Picture? {
        let record = records[position]
        let digest = record.file?.sha256 ?? ""
        if let found = try? catalog?.descriptors(of: [digest], key: plan.key), let descriptor = found[0],
            let sequence = try? catalog?.sequences(of: [digest], key: plan.key),
            let picture = Picture(record, descriptor: descriptor, sequence: sequence[0] ?? [], ticket: position)
        {
            return picture
        }
        guard let name = record.fileName else { return nil }
        do throws(Stopped) {
            let analyzed = try reader.look(at: folder.path(of: name))
            return Picture(
                analyzed.record, descriptor: analyzed.analysis.descriptor, sequence: analyzed.analysis.sequence,
                ticket: position)
        } catch {
            let problem = "\(folder.path(of: name)): cannot be compared: \(error.record.error?.message ?? "unreadable")"
            if !problems.contains(problem) { problems.append(problem) }
            return nil
        }
    }
}

/// Why a dataset cannot be asked.
public enum SearchError: Error, Hashable, Sendable {
    /// There is no manifest at this path.
    case noManifest(path: String)
}

extension SearchError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noManifest(let path): "\(path): there is no manifest; expected the folder of a dataset"
        }
    }
}
