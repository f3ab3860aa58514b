/// What a pipeline computes: the validated content of a pipeline file.
///
/// It says nothing of speed: workers, memory and progress are options of a run, and never change what is written.
public struct PipelineSpec: Sendable, Hashable {
    /// What the pipeline is called; the file's name without its extension when the file does not say.
    public var name: String
    /// Where items come from, in order; at least one.
    public var sources: [SourceSpec]
    /// How bytes are got over a network.
    public var fetch: FetchSpec
    /// What is decoded, and what is refused.
    public var decode: DecodeSpec
    /// What pictures are recognized by.
    public var fingerprint: FingerprintSpec
    /// What is said of colors.
    public var colors: ColorSpec
    /// How bad it is when a declaration is wrong.
    public var check: CheckSpec
    /// What a duplicate is, and which one stays.
    public var dedup: DedupSpec
    /// Where the dataset goes.
    public var output: OutputSpec

    /// A pipeline over `sources` with every other value at its default.
    public init(name: String, sources: [SourceSpec]) {
        self.name = name
        self.sources = sources
        fetch = FetchSpec()
        decode = DecodeSpec()
        fingerprint = FingerprintSpec()
        colors = ColorSpec()
        check = CheckSpec()
        dedup = DedupSpec()
        output = OutputSpec()
    }
}
