import ArgumentParser

/// How progress is shown on standard error.
enum ProgressStyle: String, CaseIterable, ExpressibleByArgument {
    /// `bar` on a terminal, `plain` elsewhere.
    case auto
    /// One line that is drawn anew.
    case bar
    /// A line now and then.
    case plain
    /// A JSON object now and then, for programs.
    case json
    /// Nothing.
    case none
}
