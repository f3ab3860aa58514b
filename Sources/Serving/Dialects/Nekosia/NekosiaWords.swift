/// Texts that Nekosia's answers have in common.
enum NekosiaWords {
    /// The service's documentation, which is this dialect's as well.
    static let documentation = "https://nekosia.cat/documentation"
    /// The characters that the service refuses in the identifier of a session.
    static let forbiddenInIdentifiers = "!@#$%^&*()_+{}|:\"<>?"

    /// The URL of a request that works.
    static func example(base: String) -> String { "\(base)/api/v1/images/random" }
}
