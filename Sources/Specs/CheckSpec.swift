/// How bad it is when a declaration is wrong (`check`).
public struct CheckSpec: Sendable, Hashable {
    /// How bad a difference is.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        case error, warning
        /// It is not looked for.
        case ignore
    }

    /// Width, height, bytes, extension, frames.
    public var metadata = Severity.error
    /// Main color and palette.
    public var palette = Severity.warning

    /// The defaults.
    public init() {}
}
