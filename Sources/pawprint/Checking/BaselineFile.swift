import CheckReports
import Checks
import Files
import Foundation

/// The file given with `--baseline`.
struct BaselineFile {
    private let path: String
    private let baseline: Baseline

    /// A million entries; a device that never ends is no baseline.
    private static let maximumBytes = 256 << 20

    /// Reads the file at `path`.
    init(path: String) throws {
        self.path = path
        do {
            var bytes: [UInt8] = []
            let file = try OpenFile(RawPath(path), flags: O_RDONLY)
            var block = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = try file.read(into: &block, from: 0), count > 0 {
                bytes += block[..<count]
                if bytes.count > Self.maximumBytes {
                    throw FileFault(path: path, reason: "is larger than 256 MiB", status: .usage)
                }
            }
            baseline = try Baseline(parsing: bytes)
        } catch let error as SystemError {
            throw FileFault(path: path, reason: "cannot be read: \(error)", status: .usage)
        } catch let error as BaselineError {
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
