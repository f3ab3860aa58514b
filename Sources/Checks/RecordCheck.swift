public import Manifests

/// What can be said of one record alone.
public enum RecordCheck {
    /// All issues of `record` but those that another record takes part in.
    ///
    /// Findings that the record has are believed, with their severity. What was declared is held against the record's own
    /// sections again, so that a declaration which was changed since is found too.
    public static func issues(of record: ManifestRecord, policy: CheckPolicy, breaches: BreachPolicy) -> [CheckIssue] {
        if let error = record.error {
            let message = "\(error.stage): \(error.message)"
            return [
                CheckIssue(
                    rule: .failure, level: breaches.failures ? .error : .warning, code: error.code, message: message)
            ]
        }
        let section = section(of: record, policy: policy)
        var issues = section.findings.map { issue($0, section, breaches) }
        if let main = section.main, main.verdict == .mismatch { issues.append(mainColor(record, main)) }
        if !issues.contains(where: { $0.rule == .extension }), let issue = formatByName(record) { issues.append(issue) }
        return issues
    }

    /// The recorded findings, then those that the record's own sections show and nobody recorded.
    private static func section(of record: ManifestRecord, policy: CheckPolicy) -> CheckSection {
        var section = record.check ?? CheckSection()
        guard let file = record.file, let image = record.image,
            let decoded = DecodedFacts(file: file, image: image, colors: record.colors),
            let again = Check.section(declared: record.declared, decoded: decoded, policy: policy)
        else { return section }
        let recorded = Set(section.findings.map(\.field))
        section.findings += again.findings.filter { !recorded.contains($0.field) }
        section.findings.sort { $0.field.rawValue < $1.field.rawValue }
        section.palette = again.palette ?? section.palette
        section.main = again.main ?? section.main
        return section
    }

    private static func issue(_ finding: Finding, _ section: CheckSection, _ breaches: BreachPolicy) -> CheckIssue {
        var message = "declared \(finding.declared.words), decoded \(finding.decoded.words)"
        if finding.field == .palette, let distance = section.palette?.distance {
            // Twice fourteen colors are no message.
            let limit = Int(PaletteDistance.largestUncertain)
            message = "declared colors are \(distance) from the decoded ones (CIEDE2000, at most \(limit))"
        }
        return CheckIssue(
            rule: CheckRule(finding.field),
            level: finding.severity == .error && breaches.mismatches ? .error : .warning,
            declared: finding.declared, decoded: finding.decoded, message: message)
    }

    private static func mainColor(_ record: ManifestRecord, _ main: CheckSection.ColorComparison) -> CheckIssue {
        let declared = record.declared?.colors?.main ?? ""
        let decoded = record.colors?.main ?? ""
        return CheckIssue(
            rule: .mainColor, level: .notice, declared: .text(declared), decoded: .text(decoded),
            message: "declared \(declared), decoded \(decoded): \(main.distance) apart (CIEDE2000)")
    }

    /// The name of a file is what it declares without anybody's help.
    private static func formatByName(_ record: ManifestRecord) -> CheckIssue? {
        guard let format = record.file?.format, let name = record.fileName,
            let dot = name.lastIndex(of: "."), !name[dot...].contains("/")
        else { return nil }
        let ending = name[dot...].dropFirst().lowercased()
        guard let named = formats[ending], named != format else { return nil }
        return CheckIssue(
            rule: .format, level: .warning, declared: .text(ending), decoded: .text(format),
            message: "named .\(ending), decoded \(format)")
    }

    private static let formats = [
        "apng": "png", "gif": "gif", "jfif": "jpeg", "jpe": "jpeg", "jpeg": "jpeg", "jpg": "jpeg", "png": "png",
        "webp": "webp",
    ]
}

extension CheckRule {
    /// The rule about a field of a declaration.
    public init(_ field: Finding.Field) {
        self =
            switch field {
            case .bytes: .bytes
            case .extension: .extension
            case .frames: .frames
            case .height: .height
            case .palette: .palette
            case .variant: .variant
            case .width: .width
            }
    }
}

extension Finding.Value {
    /// The value for people.
    public var words: String {
        switch self {
        case .number(let number): "\(number)"
        case .text(let text): text
        }
    }
}
