import Foundation

/// What standard output can show.
enum Terminal {
    /// Whether it is a terminal and nobody asked for no colors (no-color.org).
    static var showsColors: Bool {
        isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
}
