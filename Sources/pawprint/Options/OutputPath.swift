import ArgumentParser

/// What `--output` may be.
enum OutputPath {
    /// Refuses an empty path, as a variable of a script leaves that was never set.
    static func validate(_ path: String?) throws {
        if path == "" { throw ValidationError("--output takes a path, not an empty text") }
    }
}
