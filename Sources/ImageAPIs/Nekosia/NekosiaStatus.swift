public import Fetching

internal import JSONText

/// The answer to a request for the root of the service, of which every part may be absent.
public struct NekosiaStatus: Sendable, Hashable {
    /// How the service is: `Operational`.
    public let message: String?
    /// The version of the interface, 1.
    public let release: Int?
    /// Where the documentation is.
    public let documentation: String?
    /// The URL of a request that works.
    public let example: String?

    /// What `answer` holds.
    public init(_ answer: HTTPAnswer) throws(NekosiaError) {
        self = try answer.nekosia { (reader) throws(JSONShapeError) in
            NekosiaStatus(
                message: try reader.string("message"), release: try reader.integer("release"),
                documentation: try reader.string("documentation"), example: try reader.string("example"))
        }
    }

    private init(message: String?, release: Int?, documentation: String?, example: String?) {
        self.message = message
        self.release = release
        self.documentation = documentation
        self.example = example
    }
}
