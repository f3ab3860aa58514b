public import Manifests
public import Sourcing

/// How a run over a dataset ended.
public struct DatasetResult: Sendable {
    /// What was counted; without groups if the run is not complete.
    public let summary: Summary
    /// Why a source could not go on, if one could not.
    public let sourceError: SourceError?
    /// Whether the manifest was written.
    public let isComplete: Bool
}
