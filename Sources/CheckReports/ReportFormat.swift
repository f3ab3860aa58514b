public import Checks

/// The forms in which issues are written.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// A line each, for people.
    case text
    /// A JSON object a line.
    case json
    /// Workflow commands of GitHub Actions.
    case github
    /// One SARIF 2.1.0 document.
    case sarif
    /// One JUnit XML document.
    case junit

    /// The whole report, ending in a line feed unless it is empty.
    public func report(on items: [CheckedItem], version: String) -> [UInt8] {
        switch self {
        case .text: Array(TextReport.text(of: items).utf8)
        case .json: FindingLines.text(of: items)
        case .github: Array(GitHubCommands.text(of: items).utf8)
        case .sarif: SARIFLog(items, version: version).encoded()
        case .junit: Array(JUnitDocument(items).text().utf8)
        }
    }
}
