import Foundation
import TestSupport

/// Runs the program as a user does, and collects what it says.
struct Program {
    /// What a finished run left.
    struct Ending {
        /// The exit status, as a shell has it: 128 and the signal's number for a killed process.
        let status: Int32
        let output: String
        let errors: String

        /// The lines of standard output.
        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// The program, which is built beside the tests.
    static let path = Bundle.main.bundleURL.appending(path: "pawprint").path

    /// A process that is not started yet, with nothing on its standard input.
    static func process(_ arguments: [String], in folder: URL? = nil) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        return process
    }

    /// Runs `pawprint` with `arguments` in `folder` and waits for its end.
    static func run(_ arguments: String..., in folder: URL? = nil, input: String = "") async throws -> Ending {
        try await OwnQueue.run { try ending(of: arguments, in: folder, input: input) }
    }

    /// Runs a script of the shell, in which `$0` is the program and `$1` the argument.
    static func shell(_ script: String, _ argument: String) async throws -> Ending {
        try await OwnQueue.run {
            try ending(of: ["-c", script, path, argument], executable: "/bin/bash")
        }
    }

    /// The same for a caller that may block. Texts go through files, which never fill up.
    static func ending(
        of arguments: [String], in folder: URL? = nil, input: String = "", executable: String = path
    ) throws -> Ending {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "pawprint-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
        try Data(input.utf8).write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        let process = process(arguments, in: folder)
        process.executableURL = URL(filePath: executable)
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        let isKilled = process.terminationReason == .uncaughtSignal
        return Ending(
            status: isKilled ? 128 + process.terminationStatus : process.terminationStatus,
            output: try String(contentsOf: files[1], encoding: .utf8),
            errors: try String(contentsOf: files[2], encoding: .utf8))
    }
}
