/// A request as it came, whoever received it.
public struct ServedRequest: Sendable, Hashable {
    /// The header fields that decide anything here; all others count only by their size.
    public struct Fields: Sendable, Hashable {
        /// `Host`, or what stands for it in later versions of HTTP.
        public var host: String?
        /// `Range`.
        public var range: String?
        /// `If-Range`.
        public var ifRange: String?
        /// `If-None-Match`, several joined with commas.
        public var ifNoneMatch: String?
        /// The size of all fields, names and values.
        public var bytes = 0

        /// No fields.
        public init() {}
    }

    /// The method, in upper case.
    public let method: String
    /// Path and query, still encoded.
    public let target: String
    /// The header fields.
    public let fields: Fields
    /// The network address of who asks, without port.
    public let client: String

    /// A request.
    public init(method: String = "GET", target: String, fields: Fields = Fields(), client: String = "127.0.0.1") {
        self.method = method
        self.target = target
        self.fields = fields
        self.client = client
    }
}
