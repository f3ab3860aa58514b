public import JSONText

/// What a run came to, in numbers (`summary.json`, `pawprint.summary/1`): nothing that differs from run to run.
public struct Summary: Sendable, Hashable {
    /// The name of the file's schema.
    public static let schema = "pawprint.summary/1"

    /// How many items there are.
    public private(set) var items = 0
    /// How many groups of duplicates there are.
    public var groups = 0
    /// Items by `status`.
    public private(set) var statuses = Tally()
    /// Failed items by error code.
    public private(set) var errors = Tally()
    /// Items by relation to their keeper.
    public private(set) var relations = Tally()
    /// Items by role.
    public private(set) var roles = Tally()
    /// Findings of the check by field.
    public private(set) var findings = Tally()
    /// Checked items by verdict.
    public private(set) var verdicts = Tally()
    /// What was asked for.
    public var spec: JSONObject
    /// The algorithms and their versions, by what they make: `fingerprint`, `colors`.
    public var versions: JSONObject

    /// A summary of no items.
    public init(spec: JSONObject, versions: JSONObject) {
        self.spec = spec
        self.versions = versions
        // These are read by scripts, which should find a zero rather than nothing.
        for status in ManifestRecord.Status.allCases { statuses.add(status.rawValue, 0) }
        for role in GroupSection.Role.allCases { roles.add(role.rawValue, 0) }
    }

    /// Counts one item.
    public mutating func count(_ record: ManifestRecord) {
        items += 1
        statuses.add(record.status.rawValue)
        if let error = record.error { errors.add(error.code) }
        if let group = record.group { count(group) }
        guard let check = record.check else { return }
        verdicts.add(check.verdict.rawValue)
        for finding in check.findings { findings.add(finding.field.rawValue) }
    }

    /// Counts the place of one item whose record was counted without it, or the same place of several.
    public mutating func count(_ group: GroupSection, times: Int = 1) {
        guard times > 0 else { return }
        roles.add(group.role.rawValue, times)
        if let relation = group.relation { relations.add(relation, times) }
    }

    /// The file: keys sorted, one member a line.
    public func encoded() -> [UInt8] {
        var versions = versions
        versions["schema"] = .string(ManifestRecord.schema)
        let counts: JSONObject = [
            "errors": errors.json, "findings": findings.json, "groups": .integer(groups), "items": .integer(items),
            "relations": relations.json, "roles": roles.json, "status": statuses.json, "verdicts": verdicts.json,
        ]
        let summary: JSONObject = [
            "counts": .object(counts), "schema": .string(Self.schema), "spec": .object(spec),
            "versions": .object(versions),
        ]
        return JSONValue.object(summary).encodedForPeople()
    }
}
