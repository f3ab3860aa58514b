public import Checks
internal import JSONText
internal import Sourcing

/// Issues as a SARIF 2.1.0 log (OASIS Standard, 27 March 2020), which code scanning services take.
public struct SARIFLog {
    private let items: [CheckedItem]
    private let version: String

    /// A log of `items` by the program of this version.
    public init(_ items: [CheckedItem], version: String) {
        self.items = items
        self.version = version
    }

    /// The document: keys sorted, a line feed at the end.
    public func encoded() -> [UInt8] {
        let driver: JSONObject = [
            "name": "pawprint", "rules": .array(CheckRule.allCases.map(rule)), "version": .string(version),
        ]
        let run: JSONObject = [
            "columnKind": "unicodeCodePoints",
            "results": .array(items.flatMap { item in item.issues.map { result(item, $0) } }),
            "tool": .object(["driver": .object(driver)]),
        ]
        let log: JSONObject = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": .array([.object(run)]),
            "version": "2.1.0",
        ]
        return JSONValue.object(log).encodedForPeople()
    }

    private func rule(_ rule: CheckRule) -> JSONValue {
        .object([
            "fullDescription": .object(["text": .string(rule.explanation)]), "id": .string(rule.rawValue),
            "shortDescription": .object(["text": .string(rule.summary + ".")]),
        ])
    }

    private func result(_ item: CheckedItem, _ issue: CheckIssue) -> JSONValue {
        let index = CheckRule.allCases.firstIndex(of: issue.rule) ?? 0
        var result: JSONObject = [
            "level": .string(issue.level == .notice ? "note" : issue.level.rawValue),
            "locations": .array([location(item)]),
            "message": .object(["text": .string(message(item, issue))]),
            "partialFingerprints": .object(["pawprintFinding/v1": .string(fingerprint(item, issue))]),
            "ruleId": .string(issue.rule.rawValue), "ruleIndex": .integer(index),
        ]
        if issue.isKnown {
            let suppression: JSONObject = [
                "justification": "It stands in the baseline.", "kind": "external", "status": "accepted",
            ]
            result["suppressions"] = .array([.object(suppression)])
        }
        return .object(result)
    }

    /// Viewers make links of `[text](target)`, and a file may be called so.
    private func message(_ item: CheckedItem, _ issue: CheckIssue) -> String {
        TextReport.oneLine("\(item.place): \(issue.message)").replacing("](", with: "] (")
    }

    /// The file and the id of the item; code scanning wants a line, also of a picture.
    private func location(_ item: CheckedItem) -> JSONValue {
        var location: JSONObject = [
            "logicalLocations": .array([
                .object(["fullyQualifiedName": .string(item.id), "kind": "resource"])
            ])
        ]
        var artifact: JSONObject?
        if let path = item.path {
            artifact = ["uri": .string(PercentEncoding.path(path))]
            if !path.hasPrefix("/") { artifact?["uriBaseId"] = "%SRCROOT%" }
        } else if let url = item.url {
            artifact = ["uri": .string(PercentEncoding.address(url))]
        }
        if let artifact {
            location["physicalLocation"] = .object([
                "artifactLocation": .object(artifact), "region": .object(["startLine": 1]),
            ])
        }
        return .object(location)
    }

    /// The same for the same item, bytes and rule, whatever else changes: values and words of the message.
    private func fingerprint(_ item: CheckedItem, _ issue: CheckIssue) -> String {
        let key = Array(BaselineEntry(item, issue).line.utf8)
        return ContentDigest(of: key.span).hexadecimal
    }
}
