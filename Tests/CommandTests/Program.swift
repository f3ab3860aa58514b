import Foundation

/// Runs the program as a user does, and collects what it says.
struct Program {
    /// What a finished run left.
    struct Ending {
        let status: Int32
        let output: String
        let errors: String

        /// The lines of standard output.
        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// The program, built beside the tests.
    static let path = Bundle.main.bundleURL.appending(path: "pawprint").path

    /// Runs `pawprint` with `arguments` in `folder` and waits for its end.
    static func run(
        _ arguments: String..., in folder: URL? = nil, input: String? = nil, environment: [String: String] = [:]
    ) throws -> Ending {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (output, errors, feed) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = feed
        let collected = Collected()
        let group = DispatchGroup()
        DispatchQueue(label: "test.errors").async(group: group) {
            collected.set(errors.fileHandleForReading.readDataToEndOfFile())
        }
        try process.run()
        feed.fileHandleForWriting.write(Data((input ?? "").utf8))
        try feed.fileHandleForWriting.close()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        group.wait()
        process.waitUntilExit()
        return Ending(
            status: process.terminationReason == .uncaughtSignal
                ? 128 + process.terminationStatus : process.terminationStatus,
            output: String(decoding: said, as: UTF8.self), errors: String(decoding: collected.data, as: UTF8.self))
    }
}

/// A folder that exists while a test runs.
struct TemporaryFolder: ~Copyable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "pawprint-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
