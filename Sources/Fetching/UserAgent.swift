/// The name under which servers see this program.
public enum UserAgent {
    /// `pawprint/1.2 (contact)`, or without the part in parentheses where no contact is known.
    ///
    /// - Throws: `badContact` when the contact cannot stand in a header: line ends, other control characters,
    ///   parentheses.
    public static func text(version: String, contact: String?) throws(FetchError) -> String {
        let product = "pawprint/\(version)"
        guard let contact, !contact.isEmpty else { return product }
        guard contact.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x28 && $0 != 0x29 }) else {
            throw .badContact
        }
        return "\(product) (\(contact))"
    }
}
