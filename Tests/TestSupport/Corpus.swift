public import Foundation

/// The real pictures with reference results that developers have beside the checkout; tests that need them are skipped without.
public enum Corpus {
    /// The folder, `../shared/corpus` seen from the repository, or where `PAWPRINT_CORPUS` says.
    public static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["PAWPRINT_CORPUS"] { return URL(filePath: path) }
        return Checkout.root.deletingLastPathComponent().appending(path: "shared/corpus")
    }()

    /// Whether the corpus stands beside this checkout.
    public static let exists = FileManager.default.fileExists(atPath: root.appending(path: "expected").path)

    /// The bytes of one file, named relative to the corpus.
    public static func file(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    /// The reference results named `expected/<set>.json`, as parsed JSON.
    public static func expected(_ set: String) throws -> [String: Any] {
        let data = try Data(contentsOf: root.appending(path: "expected/\(set).json"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }
}
