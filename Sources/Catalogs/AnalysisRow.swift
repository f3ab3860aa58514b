public import Manifests

/// What the bytes of one file were analyzed to.
public struct AnalysisRow: Sendable, Hashable {
    /// The SHA-256 of the bytes, as in `FileSection`.
    public let digest: String
    /// What they were analyzed to; a failure that they will always meet is an analysis too.
    public let analysis: Analysis

    /// A row.
    public init(digest: String, analysis: Analysis) {
        self.digest = digest
        self.analysis = analysis
    }
}
