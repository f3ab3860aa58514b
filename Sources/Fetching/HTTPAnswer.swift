/// What a server answered to a request for metadata: any status, success or not.
public struct HTTPAnswer: Sendable, Hashable {
    /// The status.
    public let status: Int
    /// The header.
    public let headers: HTTPFields
    /// The body as it came, no longer than was allowed.
    public let body: [UInt8]

    /// An answer.
    public init(status: Int, headers: HTTPFields = HTTPFields(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
