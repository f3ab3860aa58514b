// What travels between the stages, in order. Each carries the manifest record so far and the one payload that the next
// stage needs. There is no record with a raster in it: rows stream from the decoder into the analysis inside one
// worker, so pixels never cross a queue, and what is in flight stays small.

public import Manifests
public import Sourcing

/// An item as its source lists it.
public struct Listed: Sendable {
    /// What is known so far: identity, annotations, declared facts.
    public let record: ManifestRecord
    /// Where the bytes are.
    public let item: SourceItem
}

/// An item whose bytes are a file of this machine.
public struct Fetched: Sendable {
    /// What is known so far.
    public let record: ManifestRecord
    /// The file.
    public let file: Locator
}

/// An item that was looked at.
public struct Analyzed: Sendable {
    /// Everything that can be said of one picture alone.
    public let record: ManifestRecord
    /// What the same bytes need not be asked again.
    public let analysis: Analysis
    /// Whether `analysis` came from the catalog.
    public let wasKnown: Bool

    package init(record: ManifestRecord, analysis: Analysis, wasKnown: Bool) {
        self.record = record
        self.analysis = analysis
        self.wasKnown = wasKnown
    }
}

/// An item that went no further, and why.
public struct Stopped: Error, Sendable {
    /// What was known by then, with its `error`.
    public let record: ManifestRecord
    /// The failure that the same bytes will always meet, if it was one.
    public let analysis: Analysis?
    /// Whether `analysis` came from the catalog.
    public let wasKnown: Bool

    /// Stops `record` at `stage`, because of something that may be different another time.
    init(_ record: ManifestRecord, at stage: String, code: String, message: String) {
        var stopped = record
        stopped.error = ErrorSection(stage: stage, code: code, message: message)
        self.record = stopped
        analysis = nil
        wasKnown = false
    }

    /// Stops `record`, because its bytes led to nothing but `analysis`.
    init(_ record: ManifestRecord, analysis: Analysis, wasKnown: Bool) {
        self.record = record
        self.analysis = analysis
        self.wasKnown = wasKnown
    }
}
