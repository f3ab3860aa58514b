/// The fields of an HTTP header in their order; names are compared without regard to case (RFC 9110, section 5.1).
public struct HTTPFields: Sendable, Hashable {
    /// One field.
    public struct Field: Sendable, Hashable {
        /// The name as written.
        public let name: String
        /// The value.
        public let value: String

        /// A field.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// All fields; a name may stand several times.
    public private(set) var fields: [Field]

    /// A header of `fields`.
    public init(_ fields: [Field] = []) { self.fields = fields }

    /// The value of the first field called `name`.
    public subscript(name: String) -> String? {
        let lowercased = name.lowercased()
        return fields.first { $0.name.lowercased() == lowercased }?.value
    }
}

extension HTTPFields: ExpressibleByDictionaryLiteral {
    /// A header of these fields.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { Field(name: $0, value: $1) })
    }
}
