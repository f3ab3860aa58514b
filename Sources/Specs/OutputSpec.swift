/// Where the dataset goes (`output`).
public struct OutputSpec: Sendable, Hashable {
    /// What becomes of fetched pictures.
    public enum Images: String, Sendable, Hashable, CaseIterable {
        /// They stay in the dataset folder.
        case keep
        /// Only the manifest stays.
        case none
    }

    /// The dataset folder; `nil` when only the command line can say.
    public var directory: String?
    /// What becomes of fetched pictures.
    public var images = Images.keep

    /// The defaults.
    public init() {}
}
