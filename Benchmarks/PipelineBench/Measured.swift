import Foundation

/// What one run of a program cost.
struct Measured {
    /// Processor time of all its threads, user and system, in seconds.
    let cpu: Double
    /// Time on the clock, in seconds.
    let wall: Double
    /// Largest resident set, in MiB.
    let peak: Double

    /// Runs `arguments` (the program first) with its output thrown away, and asks the kernel what it cost.
    static func running(_ arguments: [String]) throws -> Measured {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
        unsafe words.append(nil)
        defer { unsafe words.forEach { unsafe free($0) } }
        var child = pid_t()
        let start = ContinuousClock().now
        guard unsafe posix_spawn(&child, arguments[0], &actions, nil, words, environ) == 0 else {
            throw Failure.cannotStart(arguments[0])
        }
        var status: Int32 = 0
        var usage = rusage()
        guard unsafe wait4(child, &status, 0, &usage) == child, status == 0 else {
            throw Failure.failed(arguments, status)
        }
        let wall = start.duration(to: ContinuousClock().now)
        return Measured(
            cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            wall: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
            peak: Double(usage.ru_maxrss) / 1024)
    }

    /// What the program prints.
    static func output(of arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: arguments[0])
        process.arguments = Array(arguments.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure.failed(arguments, process.terminationStatus) }
        return output
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

/// Why nothing could be measured.
enum Failure: Error {
    case cannotStart(String)
    case failed([String], Int32)
    case noPictures(String)
}

extension Failure: CustomStringConvertible {
    var description: String {
        switch self {
        case .cannotStart(let program): "cannot start \(program)"
        case .failed(let arguments, let status): "\(arguments.joined(separator: " ")) failed with status \(status)"
        case .noPictures(let folder): "no PNG, JPEG, GIF or WebP in \(folder)"
        }
    }
}

extension Array<Double> {
    /// The middle of the sorted values.
    var median: Double {
        let sorted = sorted()
        return count.isMultiple(of: 2) ? (sorted[count / 2 - 1] + sorted[count / 2]) / 2 : sorted[count / 2]
    }
}
