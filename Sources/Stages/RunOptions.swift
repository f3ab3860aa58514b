/// How fast a run may be and what it may use. Nothing here changes what is written.
public struct RunOptions: Sendable, Hashable {
    /// How many pictures are decoded at once.
    public let jobs: Int
    /// How many downloads run at once, over all hosts.
    public let downloads: Int
    /// Bytes of files and pixels that may be in memory at once.
    public let memory: Int
    /// Whether what the dataset knows is used.
    public let resumes: Bool
    /// Whether services list anew, and servers are asked whether what was fetched has changed.
    public let refreshes: Bool
    /// How many items may wait between two stages.
    public let queueCapacity: Int

    /// - Precondition: all counts are positive.
    public init(
        jobs: Int, downloads: Int = 4, memory: Int = 1 << 30, resumes: Bool = true, refreshes: Bool = false,
        queueCapacity: Int? = nil
    ) {
        precondition(jobs > 0 && downloads > 0 && memory > 0, "a run needs workers and memory")
        self.jobs = jobs
        self.downloads = downloads
        self.memory = memory
        self.resumes = resumes
        self.refreshes = refreshes
        self.queueCapacity = queueCapacity ?? 8 * jobs
    }

    /// How many items may be anywhere between being listed and being written: so many a slow one can hold back.
    var itemsInFlight: Int { 2 * queueCapacity + jobs + downloads }
}
