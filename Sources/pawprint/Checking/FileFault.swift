/// A file that the user named cannot be used: which, where in it, and why.
struct FileFault: Error, CustomStringConvertible {
    let path: String
    let reason: String
    let status: ExitStatus

    var description: String { "\(path): \(reason)" }
}
