/// A spec in plain values, for the summary of a run.
public indirect enum SpecEcho: Sendable, Hashable {
    /// A key and its value.
    public struct Member: Sendable, Hashable {
        /// The key, as in a pipeline file.
        public let key: String
        /// The value.
        public let value: SpecEcho

        init(_ key: String, _ value: SpecEcho) {
            self.key = key
            self.value = value
        }
    }

    case text(String)
    case integer(Int)
    case flag(Bool)
    case list([SpecEcho])
    case mapping([Member])
}
