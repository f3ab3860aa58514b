import Foundation
import Sourcing
import Synchronization
import TestSupport

/// Answers from the fixtures, fails as its URLs say, and writes down what it was asked for.
final class ScriptedFetcher: ByteFetcher {
    /// The names that were asked for, sorted.
    let asked = Mutex<[String]>([])
    /// The versions that were here already when a name was asked for.
    let versions = Mutex<[String: [String]]>([:])
    /// The version of every file now.
    let current = Mutex("\"1\"")

    func fetch(
        _ item: SourceItem, into folder: String, unless version: FileVersion?
    ) async -> Result<FetchedContent, FetchFailure> {
        let name = URL(filePath: item.locator.text).lastPathComponent
        asked.withLock { $0 = ($0 + [name]).sorted() }
        switch name {
        case "gone.png": return .failure(FetchFailure(code: "not-found", message: "404", isTransient: false))
        case "busy.png": return .failure(FetchFailure(code: "busy", message: "503", isTransient: true))
        default: break
        }
        let tag = current.withLock { $0 }
        if let known = version?.entityTag {
            versions.withLock { $0[name, default: []].append(known) }
            if known == tag { return .success(.unchanged) }
        }
        do {
            let bytes = try Fixtures.file("good/formats/png-rgb.png")
            let path = folder + "/" + UUID().uuidString
            try Data(bytes).write(to: URL(filePath: path))
            var file = FetchedFile(path: path, bytes: bytes.count, digest: ContentDigest(of: bytes.span))
            file.entityTag = tag
            return .success(.file(file))
        } catch {
            return .failure(FetchFailure(code: "broken-test", message: "\(error)", isTransient: false))
        }
    }
}
