/// How the program ended, for scripts: a contract, see the README.
enum ExitStatus: Int32 {
    /// Everything asked for was done; failed inputs and findings are lines of the output.
    case done = 0
    /// A policy given with `--fail-on` is broken.
    case policyBroken = 1
    /// The command line or the pipeline file is wrong.
    case usage = 2
    /// More inputs failed than `--max-failures` allows.
    case tooManyFailures = 3
    /// There was no input, and `--require-input` was given.
    case noInput = 4
    /// A source failed as a whole.
    case sourceFailed = 5
    /// Output could not be written; what is done is kept, and the next run continues.
    case outputFailed = 6

    /// The status after a signal: 128 and its number, as shells have it.
    static func interrupted(by signal: Int32) -> Int32 { 128 + signal }
}
