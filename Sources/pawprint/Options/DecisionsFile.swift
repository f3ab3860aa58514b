import Duplicates
import Foundation

/// The file given with `--decisions`.
enum DecisionsFile {
    /// What the file at `path` says.
    static func read(_ path: String) throws -> Decisions {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw FileFault(path: path, reason: "cannot be read; expected a file of decisions", status: .usage)
        }
        do throws(DecisionsError) {
            return try Decisions(lines: [UInt8](bytes))
        } catch {
            throw FileFault(path: path, reason: "\(error)", status: .usage)
        }
    }
}
