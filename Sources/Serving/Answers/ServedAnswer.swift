/// An answer before it is sent.
public struct ServedAnswer: Sendable, Hashable {
    /// What follows the header.
    public enum Body: Sendable, Hashable {
        case empty
        case bytes([UInt8])
        /// A part of a file, which has to be what its picture says.
        case file(FileClaim, part: Range<Int>)

        /// How many bytes there are.
        public var count: Int {
            switch self {
            case .empty: 0
            case .bytes(let bytes): bytes.count
            case .file(_, let part): part.count
            }
        }
    }

    /// A field of the header.
    public struct Field: Sendable, Hashable {
        /// The name, in lower case.
        public let name: String
        /// The value: visible ASCII.
        public let value: String
    }

    /// The HTTP status.
    public let status: Int
    /// The header, without `content-length`.
    public private(set) var fields: [Field] = []
    /// What follows the header.
    public var body: Body

    /// An answer without header.
    public init(status: Int, body: Body = .empty) {
        self.status = status
        self.body = body
    }

    /// The value of a field.
    public subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Adds a field.
    mutating func add(_ name: String, _ value: String) { fields.append(Field(name: name, value: value)) }

    static func json(status: Int = 200, _ bytes: [UInt8]) -> ServedAnswer {
        var answer = ServedAnswer(status: status, body: .bytes(bytes))
        answer.add("content-type", "application/json; charset=utf-8")
        return answer
    }

    static func text(status: Int, _ text: String) -> ServedAnswer {
        var answer = ServedAnswer(status: status, body: .bytes(Array(text.utf8)))
        answer.add("content-type", "text/plain; charset=utf-8")
        return answer
    }
}
