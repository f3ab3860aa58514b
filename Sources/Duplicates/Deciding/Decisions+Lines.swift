internal import JSONText

extension Decisions {
    /// Longer lists than any that a person makes are a mistake.
    private static let mostDigests = 10_000

    /// Reads JSON lines, each `{"decision": "not-duplicates", "sha256": [...]}` or
    /// `{"decision": "keep", "keep": "...", "sha256": [...]}`; empty lines, and keys that it does not know, are passed over.
    public init(lines bytes: [UInt8]) throws(DecisionsError) {
        self.init()
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            add(try Self.decision(line, number: index + 1))
        }
    }

    private static func decision(_ line: ArraySlice<UInt8>, number: Int) throws(DecisionsError) -> Decision {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: line)
        } catch {
            throw .notJSON(line: number, reason: error.description)
        }
        guard case .object(let members) = value else { throw .wrongShape(line: number, expected: "an object") }
        let digests = try digests(members["sha256"], number)
        switch members["decision"] {
        case .string("not-duplicates"):
            guard Set(digests).count >= 2 else { throw .wrongShape(line: number, expected: "two digests in sha256") }
            return .notDuplicates(digests)
        case .string("keep"):
            guard case .string(let kept) = members["keep"], isDigest(kept) else {
                throw .wrongShape(line: number, expected: "a SHA-256 in keep")
            }
            return .keep(kept, among: digests)
        default: throw .wrongShape(line: number, expected: "decision not-duplicates or keep")
        }
    }

    private static func digests(_ value: JSONValue?, _ number: Int) throws(DecisionsError) -> [String] {
        guard case .array(let values) = value, values.count <= mostDigests else {
            throw .wrongShape(line: number, expected: "a list of at most \(mostDigests) digests in sha256")
        }
        var digests: [String] = []
        for value in values {
            guard case .string(let digest) = value, isDigest(digest) else {
                throw .wrongShape(line: number, expected: "SHA-256 in lower-case hexadecimal")
            }
            digests.append(digest)
        }
        return digests
    }

    private static func isDigest(_ text: String) -> Bool {
        let isHexadecimal = { (unit: UInt8) in (0x30...0x39).contains(unit) || (0x61...0x66).contains(unit) }
        return text.utf8.count == 64 && text.utf8.allSatisfy(isHexadecimal)
    }
}
