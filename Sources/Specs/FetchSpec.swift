/// How bytes are got over a network (`fetch`).
public struct FetchSpec: Sendable, Hashable {
    /// How many files are fetched at a time from one host, 1 to 64.
    public var concurrency = 4
    /// How often a passing failure is tried again, 0 to 20.
    public var retries = 4
    /// How long one answer may take, 100 ms to one hour.
    public var timeout = Duration.seconds(30)

    /// The defaults.
    public init() {}
}
