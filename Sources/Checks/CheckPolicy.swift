public import Manifests

/// How bad a difference is, or whether it is looked at.
public struct CheckPolicy: Sendable, Hashable {
    /// Width, height, bytes, extension, frames; `nil` to leave them out.
    public var metadata: Finding.Severity?
    /// Main color and palette; `nil` to leave them out.
    public var palette: Finding.Severity?

    /// A policy; without arguments, that of a pipeline file without `check`.
    public init(metadata: Finding.Severity? = .error, palette: Finding.Severity? = .warning) {
        self.metadata = metadata
        self.palette = palette
    }
}
