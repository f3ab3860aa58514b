public import Checks

/// Items as a JUnit XML document, in the form that continuous integration services read: a suite for each source, a case
/// for each item, a failure for what breaks a policy.
///
/// There is no time in it: two runs over the same files write the same bytes.
public struct JUnitDocument {
    private let items: [CheckedItem]

    /// A document of `items`.
    public init(_ items: [CheckedItem]) { self.items = items }

    /// The document, with a line feed at the end.
    public func text() -> String {
        var suites: [(name: String, cases: String, tests: Int, failures: Int, errors: Int)] = []
        for item in items {
            if suites.last?.name.utf8.elementsEqual(item.source.utf8) != true {
                suites.append((item.source, "", 0, 0, 0))
            }
            let last = suites.count - 1
            let failure = item.issues.first(where: \.isBreach)
            suites[last].tests += 1
            if let failure, failure.rule == .failure { suites[last].errors += 1 }
            if let failure, failure.rule != .failure { suites[last].failures += 1 }
            suites[last].cases += testCase(item)
        }
        let tests = items.count
        let (failures, errors) = suites.reduce((0, 0)) { ($0.0 + $1.failures, $0.1 + $1.errors) }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"pawprint check\" \(counts(tests, failures, errors))>\n"
        for suite in suites {
            text += "  <testsuite name=\"\(XMLText.attribute(suite.name))\" "
            text += "\(counts(suite.tests, suite.failures, suite.errors))>\n"
            text += suite.cases + "  </testsuite>\n"
        }
        return text + "</testsuites>\n"
    }

    private func counts(_ tests: Int, _ failures: Int, _ errors: Int) -> String {
        "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"0\" time=\"0\""
    }

    /// One case: readers count one failure a case, so all breaches stand in one element, and what breaks nothing is its
    /// output.
    private func testCase(_ item: CheckedItem) -> String {
        var text = "    <testcase name=\"\(XMLText.attribute(item.id))\" "
        text += "classname=\"\(XMLText.attribute(item.source))\""
        if let path = item.path { text += " file=\"\(XMLText.attribute(path))\"" }
        text += " time=\"0\""
        guard !item.issues.isEmpty else { return text + "/>\n" }
        text += ">\n"
        let breaches = item.issues.filter(\.isBreach)
        if let first = breaches.first {
            let element = first.rule == .failure ? "error" : "failure"
            let title = breaches.map { "\($0.rule.rawValue): \($0.message)" }.joined(separator: "; ")
            text += "      <\(element) message=\"\(XMLText.attribute(title))\" "
            text += "type=\"\(XMLText.attribute(first.code ?? first.rule.rawValue))\">"
            text += "\(XMLText.content(TextReport.text(of: [with(item, breaches)])))</\(element)>\n"
        }
        let others = item.issues.filter { !$0.isBreach }
        if !others.isEmpty {
            text += "      <system-out>\(XMLText.content(TextReport.text(of: [with(item, others)])))</system-out>\n"
        }
        return text + "    </testcase>\n"
    }

    private func with(_ item: CheckedItem, _ issues: [CheckIssue]) -> CheckedItem {
        var item = item
        item.issues = issues
        return item
    }
}
