/// The program's version.
enum Version {
    /// Semantic version, also in the User-Agent of requests.
    static let current = "0.1.0"
}
