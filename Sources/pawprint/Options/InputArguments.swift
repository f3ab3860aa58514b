import ArgumentParser
import Files
import Foundation
import Sourcing

/// The pictures that a command looks at: files, folders, lists, URLs, or paths on standard input.
struct InputArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Pictures, folders, URLs, or lists (.jsonl, .csv, a manifest); - reads a list from standard input.",
            valueName: "path"))
    var paths: [String] = []

    @Flag(name: .customLong("list"), help: "Every path names a list, whatever its ending.")
    var areLists = false

    @Flag(help: "Read paths or URLs from standard input, one a line.")
    var stdin = false

    @Flag(
        name: [.customShort("0"), .customLong("null")],
        help: "Paths on standard input end with a zero byte, as find -print0 writes them.")
    var endsWithZero = false

    mutating func validate() throws {
        if paths.isEmpty && !stdin && !endsWithZero {
            throw ValidationError("no input: name pictures, folders or lists, or give --stdin")
        }
        if paths.contains("") { throw ValidationError("an empty text is no path: is a variable not set?") }
    }

    /// A source for each argument, in order.
    var sources: [any ItemSource] {
        get throws(SourceError) {
            var sources: [any ItemSource] = []
            for path in paths { sources.append(try source(of: path)) }
            if stdin || endsWithZero { sources.append(standardInput) }
            return sources
        }
    }

    private var standardInput: any ItemSource {
        ListSource.standardInput(format: endsWithZero ? .zeroSeparated : nil)
    }

    private func source(of path: String) throws(SourceError) -> any ItemSource {
        if path == "-" { return standardInput }
        if isURL(path) { return ListSource(bytes: Array(path.utf8), name: "arguments", format: .plain) }
        guard let kind = FileKind.at(path) else { throw reasonForNothing(at: path) }
        if kind == .folder { return try FolderSource(path: path) }
        if areLists || isList(path) { return ListSource(path: path) }
        return ListSource(bytes: Array(path.utf8), name: "arguments", format: .zeroSeparated)
    }

    /// Whether it has to be fetched, or is to be refused with its scheme; a file may have such a name too.
    private func isURL(_ path: String) -> Bool { path.contains("://") && FileKind.at(path) == nil }

    private func reasonForNothing(at path: String) -> SourceError {
        _ = unsafe access(path, F_OK)
        let error = SystemError(number: errno)
        return error.isMissing ? .missing(path: path) : .unreadable(path: path, error)
    }

    private func isList(_ path: String) -> Bool {
        let lower = path.lowercased()
        return [".jsonl", ".ndjson", ".csv"].contains { lower.hasSuffix($0) }
    }
}
