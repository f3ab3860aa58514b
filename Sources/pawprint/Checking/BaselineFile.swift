import CheckReports
import Checks

/// The file given with `--baseline`.
struct BaselineFile {
    private let path: String
    private let baseline: Baseline

    /// Reads the file at `path`.
    init(path: String) throws {
        self.path = path
        let bytes = try GivenFile.bytes(of: path)
        do throws(BaselineError) {
            baseline = try Baseline(parsing: bytes)
        } catch {
            throw FileFault(path: path, reason: "\(error)", status: .usage)
        }
    }

    /// Marks what is known, and says of each entry that no longer occurs where it stands.
    func mark(_ items: inout [CheckedItem]) -> [String] {
        baseline.mark(&items).map { line, entry in
            "\(path):\(line): no longer found: \(entry.rule.rawValue) of \(TextReport.oneLine(entry.id))"
        }
    }
}
