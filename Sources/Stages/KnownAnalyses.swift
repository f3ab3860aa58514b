public import Manifests
public import Sourcing

/// What is remembered of bytes that were analyzed before, by the same plan. Asked from many threads.
public protocol KnownAnalyses: Sendable {
    /// What the bytes with this digest said, or `nil` if they were never asked.
    func analysis(of digest: ContentDigest) -> Analysis?
}

/// Remembers nothing.
public struct NothingKnown: KnownAnalyses {
    /// No memory at all.
    public init() {}

    public func analysis(of digest: ContentDigest) -> Analysis? { nil }
}
