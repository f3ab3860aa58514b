import Checks
import Files
import Foundation
import JSONText
import Manifests
import Stages

/// A manifest on the disk, read a line at a time.
struct ManifestFile {
    /// What the user called it.
    let name: String
    /// Where it is.
    let path: String
    /// The folder that file names in it are relative to; `nil` where they are as the scan was given them.
    let folder: String?

    /// A line is some kilobytes; more than this is no line of a manifest.
    private static let maximumLine = 16 << 20

    /// The manifest of a dataset's folder that has just been written.
    init(of folder: DatasetFolder, name: String) {
        self.name = name
        path = folder.manifest
        self.folder = folder.path
    }

    /// The manifest that `argument` names, itself or by the folder of its dataset; `nil` if it names something else.
    ///
    /// Told by the content, as everywhere: a list and a picture folder may have such names too.
    init?(argument: String) {
        let isFolder = FileKind.at(argument) == .folder
        let path = isFolder ? DatasetFolder(argument).manifest : argument
        guard FileKind.at(path) == .file, Self.hasRecord(path) else { return nil }
        name = argument
        self.path = path
        let isOfDataset = RawPath(path).lastComponent == RawPath("manifest.jsonl")
        let parent = RawPath(path).folder.text
        folder = isOfDataset ? (parent.isEmpty ? "." : parent) : nil
    }

    /// How the run that made it judged declarations, where its summary stands beside it.
    var policy: CheckPolicy {
        guard let folder, let bytes = FileManager.default.contents(atPath: DatasetFolder(folder).summary),
            case .object(let summary)? = try? JSONValue(parsing: [UInt8](bytes)),
            case .object(let spec)? = summary["spec"], case .object(let check)? = spec["check"]
        else { return CheckPolicy() }
        var policy = CheckPolicy()
        if case .string(let word)? = check["metadata"] { policy.metadata = Finding.Severity(rawValue: word) }
        if case .string(let word)? = check["palette"] { policy.palette = Finding.Severity(rawValue: word) }
        return policy
    }

    /// Where the file of `record` is; `nil` if it has none.
    func file(of record: ManifestRecord) -> String? {
        guard let file = record.fileName else { return nil }
        return folder.map { DatasetFolder($0).path(of: file) } ?? file
    }

    /// Hands over all records in order.
    func forEach(_ body: (ManifestRecord) throws -> Void) throws {
        try Self.forEachLine(of: path, ManifestLine.decode, body)
    }

    /// Hands over all groups of the dataset in order; none where its file of groups is not there.
    func forEachGroup(_ body: (GroupLine) throws -> Void) throws {
        guard let groups = folder.map({ DatasetFolder($0).groups }), FileKind.at(groups) == .file else { return }
        try Self.forEachLine(of: groups, GroupLine.decode, body)
    }

    /// Hands over what `decode` makes of each line that is not empty.
    private static func forEachLine<Line>(
        of path: String, _ decode: (ArraySlice<UInt8>, Int) throws(ManifestError) -> Line,
        _ body: (Line) throws -> Void
    ) throws {
        var number = 0
        try forEachLine(of: path) { bytes in
            number += 1
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
            let line: Line
            do throws(ManifestError) {
                line = try decode(bytes, number)
            } catch {
                throw FileFault(path: path, reason: "\(error)", status: .sourceFailed)
            }
            try body(line)
        }
    }

    private static func forEachLine(of path: String, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        do {
            let file = try OpenFile(RawPath(path), flags: O_RDONLY)
            var block = [UInt8](repeating: 0, count: 1 << 16)
            var rest: [UInt8] = []
            while case let count = try file.read(into: &block, from: 0), count > 0 {
                rest += block[..<count]
                var start = 0
                while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                    try body(rest[start..<end])
                    start = end + 1
                }
                rest.removeSubrange(..<start)
                if rest.count > maximumLine {
                    throw FileFault(path: path, reason: "a line is longer than 16 MiB", status: .sourceFailed)
                }
            }
            if !rest.isEmpty { try body(rest[...]) }
        } catch let error as SystemError {
            throw FileFault(path: path, reason: "cannot be read: \(error)", status: .sourceFailed)
        }
    }

    /// Whether the first line is a record of a manifest.
    private static func hasRecord(_ path: String) -> Bool {
        guard let file = try? OpenFile(RawPath(path), flags: O_RDONLY),
            let start = try? file.read(atMost: 1 << 20),
            let line = start.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first,
            case .object(let object)? = try? JSONValue(parsing: line)
        else { return false }
        return object["schema"] == .string(ManifestRecord.schema)
    }
}
