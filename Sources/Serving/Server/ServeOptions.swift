/// How a dataset is served.
public struct ServeOptions: Sendable, Hashable {
    /// The start of all URLs in answers; `nil` for what each request calls this server.
    public var baseURL: BaseURL?
    /// Whether requests are counted, and refused when there are too many, as both services do.
    public var hasLimits = true

    /// The services' ways.
    public init() {}
}
