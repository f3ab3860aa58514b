import Foundation
import TestSupport

/// What a source project says of its files: `expected/<set>.json`.
struct Expectations {
    let set: String
    private let json: [String: Any]

    init(_ set: String) throws {
        self.set = set
        json = try Corpus.expected(set)
    }

    /// What is said of each file, by its path within the corpus.
    var files: [(path: String, says: [String: Any])] {
        let files = json["files"] as? [String: [String: Any]] ?? [:]
        return files.sorted { $0.key < $1.key }.map { (path(of: $0.key), $0.value) }
    }

    /// A list beside the files.
    func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }

    /// Where a file that is named relative to the set stands in the corpus.
    func path(of name: String) -> String { "\(set)/\(name)" }

    /// All files of the corpus that may be pictures, in order.
    static func everyFile() throws -> [String] {
        let all = FileManager.default.enumerator(at: Corpus.root, includingPropertiesForKeys: [.isRegularFileKey])
        var paths: [String] = []
        while let file = all?.nextObject() as? URL {
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            let path = String(file.path.dropFirst(Corpus.root.path.count + 1))
            if !path.hasPrefix("expected/") && !path.hasSuffix(".rgba") { paths.append(path) }
        }
        return paths.sorted()
    }
}
