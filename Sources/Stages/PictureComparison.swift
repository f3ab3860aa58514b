public import Duplicates
public import Manifests

/// A picture that was looked at for a comparison.
public struct ComparedPicture: Sendable {
    /// What is known of it.
    public let record: ManifestRecord
    /// The same, in the terms of matching.
    public let picture: Picture
}

/// Compares single local files.
public struct PictureComparison {
    private var reader: PictureReader
    private var looked = 0

    /// A comparison of pictures that are analyzed by `plan`.
    public init(_ plan: AnalysisPlan = AnalysisPlan()) { reader = PictureReader(plan) }

    /// Looks at the file at `path`.
    public mutating func look(at path: String) throws(Stopped) -> ComparedPicture {
        let analyzed = try reader.look(at: path)
        guard
            let picture = Picture(
                analyzed.record, descriptor: analyzed.analysis.descriptor, sequence: analyzed.analysis.sequence,
                ticket: looked)
        else { preconditionFailure("an analysis without error lacks a fingerprint") }
        looked += 1
        return ComparedPicture(record: analyzed.record, picture: picture)
    }
}
