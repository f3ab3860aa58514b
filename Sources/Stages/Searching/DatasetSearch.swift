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
    private let manifest: MappedManifest
    private let index: SearchIndex
    /// The keys of the dataset's animations, and the position of the animation that each belongs to.
    private let frames: (codes: MappedCodes, owners: [Int])
    private let catalog: Catalog?
    private var reader: PictureReader
    /// Pictures that could not be compared though they may be related, with the reason: `name: reason`, each once.
    public private(set) var problems: [String] = []

    /// Opens the dataset in `folder`: its search index, or its manifest where there is no index of that.
    ///
    /// - Throws: `ManifestError` for a line that cannot be understood, `SearchError` if there is no manifest.
    public init(_ folder: DatasetFolder, plan: AnalysisPlan = AnalysisPlan()) throws {
        guard let manifest = MappedManifest(path: folder.manifest) else {
            throw SearchError.noManifest(path: folder.manifest)
        }
        self.folder = folder
        self.plan = plan
        self.manifest = manifest
        // Without a catalog, candidates are decoded again.
        let catalog = try? Catalog(reading: folder.path)
        self.catalog = catalog
        let index = try Self.index(of: manifest, in: folder, catalog: catalog, plan: plan)
        self.index = index
        if index.header.animatedCount == 0 || index.header.plan == SearchHeader.plan(of: plan.key) {
            frames = (index.frames, (0..<index.frames.count).map { index.owner(of: $0) })
        } else {
            // They were looked at by another plan: the catalog may know this one too.
            frames = Self.frames(of: index, in: manifest, catalog: catalog, key: plan.key)
        }
        reader = PictureReader(plan)
    }

    /// The index that stands beside the manifest, or one that is made of the manifest and left there for the next search.
    private static func index(
        of manifest: MappedManifest, in folder: DatasetFolder, catalog: Catalog?, plan: AnalysisPlan
    ) throws -> SearchIndex {
        if let known = try? SearchIndex(mapping: folder.searchIndex, of: manifest.status) { return known }
        var entries = ListedEntries()
        try manifest.forEach { record, offset in
            guard let section = record.fingerprint else { return }
            let isAnimated = (record.image?.frames ?? 1) > 1
            entries.add(
                code: Fingerprint(hexadecimal: section.value, quality: section.quality)?.words ?? SIMD4(),
                digest: record.file?.sha256 ?? "", offset: offset, isAnimated: isAnimated,
                frames: isAnimated ? keys(of: record, in: catalog, key: plan.key) : [])
        }
        let bytes = entries.index(of: manifest.status, plan: plan.key)
        // A folder that may not be written, or that a run is writing, is asked without.
        try? SearchIndex.write(bytes, to: folder.searchIndex)
        return try SearchIndex(bytes)
    }

    /// The keys of an animation that the catalog knows; of others first frames alone are asked.
    private static func keys(of record: ManifestRecord, in catalog: Catalog?, key: String) -> [SIMD4<UInt64>] {
        guard let found = try? catalog?.sequences(of: [record.file?.sha256 ?? ""], key: key), let bytes = found[0],
            let sequence = FrameSequence(bytes: bytes)
        else { return [] }
        return sequence.keys.map(\.words)
    }

    private static func frames(
        of index: SearchIndex, in manifest: MappedManifest, catalog: Catalog?, key: String
    ) -> (codes: MappedCodes, owners: [Int]) {
        var codes: [SIMD4<UInt64>] = []
        var owners: [Int] = []
        for position in index.animated where position < index.header.count {
            guard let record = manifest.record(at: index.offset(of: position)) else { continue }
            let keys = keys(of: record, in: catalog, key: key)
            codes += keys
            owners += keys.map { _ in position }
        }
        var bytes = Data()
        MappedCodes.append(codes, to: &bytes)
        return (MappedCodes(bytes, count: codes.count), owners)
    }

    /// All pictures of the dataset that are related to `picture` in one of `orientations`, copies first, then the closest.
    ///
    /// - Throws: `SearchError.changed` if the manifest is no longer the one that was opened.
    public mutating func matches(
        of picture: ComparedPicture, within radius: Int, orientations: MatchOptions.Orientations = .none
    ) throws(SearchError) -> [Match] {
        var matches: [Match] = []
        for position in candidates(of: picture.picture, within: radius, orientations: orientations) {
            let record = try record(at: position)
            guard let candidate = candidate(record, at: position) else { continue }
            let verdict = PairVerdict.compare(picture.picture, candidate, orientations: orientations)
            if verdict.relation != .unrelated { matches.append(Match(record: record, verdict: verdict)) }
        }
        return matches.enumerated().sorted { first, second in
            let (one, other) = (first.element.verdict, second.element.verdict)
            if one.relation.isDuplicate != other.relation.isDuplicate { return one.relation.isDuplicate }
            return (one.distance, first.offset) < (other.distance, second.offset)
        }.map(\.element)
    }

    /// The positions of all pictures that are worth a comparison, ascending.
    private func candidates(
        of picture: Picture, within radius: Int, orientations: MatchOptions.Orientations
    ) -> [Int] {
        let isFlat = picture.fingerprint.isFlat
        var positions = Set(index.positions(ofDigest: picture.digest))
        for match in index.codes.matches(of: picture.fingerprint.words, within: isFlat ? 256 : radius) {
            positions.insert(match.position)
        }
        for question in picture.frameKeys.questions {
            for match in frames.codes.matches(of: question.words, within: radius) {
                positions.insert(frames.owners[match.position])
            }
        }
        for turn in isFlat ? [] : orientations.turns {
            let turned = picture.fingerprint.oriented(turn).words
            for match in index.codes.matches(of: turned, within: radius) { positions.insert(match.position) }
        }
        return positions.sorted()
    }

    /// The line of the picture at `position`, which has to say what the index says of it.
    private func record(at position: Int) throws(SearchError) -> ManifestRecord {
        guard position < index.header.count, let record = manifest.record(at: index.offset(of: position)),
            SearchHeader.prefix(of: record.file?.sha256 ?? "") ?? 0 == index.digestPrefix(of: position)
        else { throw .changed(path: folder.manifest) }
        return record
    }

    /// The dataset's picture in the terms of matching: from the catalog, else from the file itself.
    private mutating func candidate(_ record: ManifestRecord, at position: Int) -> Picture? {
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
    /// The manifest was changed while it was asked.
    case changed(path: String)
}

extension SearchError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noManifest(let path): "\(path): there is no manifest; expected the folder of a dataset"
        case .changed(let path): "\(path): changed while it was asked; ask again"
        }
    }
}
