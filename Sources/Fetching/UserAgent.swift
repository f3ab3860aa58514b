/// The name under which servers see this program.
public enum UserAgent {
    /// `pawprint (contact)`, the form that nekos.best asks for; where no contact is known, `pawprint/1.2`.
    ///
    /// - Throws: `badContact` when the contact cannot stand in a header: line ends, other control characters,
    ///   parentheses.
    public static func text(version: String, contact: String?) throws(FetchError) -> String {
        guard let contact, !contact.isEmpty else { return "pawprint/\(version)" }
        guard contact.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x28 && $0 != 0x29 }) else {
            throw .badContact
        }
        return "pawprint (\(contact))"
    }
}
