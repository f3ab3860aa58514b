import Evaluation
import Manifests

/// Results of a few pictures.
enum Results {
    /// A line of a manifest: the id, and to which keeper in which relation.
    static func record(
        _ id: String, _ role: GroupSection.Role = .unique, of keeper: String? = nil, _ relation: String? = nil
    ) -> ManifestRecord {
        var record = ManifestRecord(id: id, source: SourceSection(kind: "folder"))
        record.fileName = "../pictures/\(id)"
        record.file = FileSection(bytes: 1, format: "png", sha256: digest(id))
        record.group = GroupSection(
            role: role, id: keeper.map { "g of \($0)" }, keeper: keeper, relation: relation, distance: nil, reason: nil)
        return record
    }

    /// A made-up digest that belongs to `id`.
    static func digest(_ id: String) -> String {
        let digits = id.utf8.map { String($0, radix: 16) }.joined()
        return String((digits + String(repeating: "0", count: 64)).prefix(64))
    }

    /// a is kept for b and c; d is an alternate of a; e and f are one group; g is alone.
    static var claims: Claims {
        var claims = Claims()
        for record in [
            record("b.png", .duplicate, of: "a.png", "reencoded"), record("a.png", .keeper, of: "a.png"),
            record("c.png", .duplicate, of: "a.png", "resized"), record("d.png", .alternate, of: "a.png", "alternate"),
            record("e.png", .keeper, of: "e.png"), record("sub/f.png", .duplicate, of: "e.png", "cropped"),
            record("g.png"),
        ] {
            claims.add(record)
        }
        claims.finish()
        return claims
    }

    /// The score of these against `text`.
    static func score(_ text: String) throws -> Score {
        let truth = try Truth(parsing: Array(text.utf8))
        return Score(claims, truth: truth)
    }
}
