import CheckReports
import Checks
import Foundation
import JSONText
import Testing

struct ReportFormatTests {
    private func report(_ format: ReportFormat, _ items: [CheckedItem]) -> String {
        String(decoding: format.report(on: items, version: "1.2.3"), as: UTF8.self)
    }

    @Test func `text is a line an issue`() {
        #expect(
            report(.text, Samples.mixed) == """
                pictures/a.png: width: declared 1280, decoded 1279 (error)
                pictures/a.png: format: named .png, decoded jpeg (warning)
                https://cdn.example/a b.png: same-artwork: names the same artwork as x (notice)

                """)
        let lines = report(.text, Samples.hostile).unicodeScalars.split(separator: "\n")
        #expect(lines.count == Samples.hostile.count)
        #expect(report(.text, Samples.hostile).unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        #expect(report(.text, [Samples.hostile[10]]).contains("\\u{1B}[31mred.png"))
    }

    @Test func `json is an object a line, whatever a file is called`() throws {
        let lines = report(.json, Samples.hostile).utf8.split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == Samples.hostile.count)
        for (line, name) in zip(lines, Samples.hostileNames) {
            guard case .object(let object) = try JSONValue(parsing: Array(line)) else {
                Issue.record("no object: \(line)")
                continue
            }
            #expect(object["id"] == .string(name))
            #expect(object["schema"] == "pawprint.finding/1")
            #expect(object["known"] == false)
        }
        #expect(
            report(.json, Array(Samples.mixed.suffix(1))) == """
                {"code":null,"declared":null,"decoded":null,"id":"nekosia:7/original","known":false,"level":"notice",\
                "message":"names the same artwork as x","other":"x","path":null,"rule":"same-artwork",\
                "schema":"pawprint.finding/1","sha256":null,"source":"list (nekosia)","url":"https://cdn.example/a b.png"}

                """)
    }

    @Test func `github is a command an issue, with its escapes`() {
        #expect(
            report(.github, Samples.mixed) == """
                ::error file=pictures/a.png,title=pawprint%3A width::declared 1280, decoded 1279
                ::warning file=pictures/a.png,title=pawprint%3A format::named .png, decoded jpeg
                ::notice title=pawprint%3A same-artwork::https://cdn.example/a b.png: names the same artwork as x

                """)
        let hostile = report(.github, Samples.hostile)
        let lines = hostile.unicodeScalars.split(separator: "\n").map { String($0) }
        #expect(lines.count == Samples.hostile.count)
        #expect(!hostile.unicodeScalars.contains("\r"))
        for (line, name) in zip(lines, Samples.hostileNames) {
            #expect(line.hasPrefix("::error file=pictures/"))
            // What a runner does: the properties end at the first `::`, and are divided by commas.
            let properties = line.dropFirst(2).split(separator: "::", maxSplits: 1)[0]
            #expect(properties.split(separator: ",").count == 2, "\(name)")
        }
    }

    @Test func `what a baseline knows is no command`() {
        var item = Samples.mixed[0]
        item.issues[0].isKnown = true
        #expect(report(.github, [item]).hasPrefix("::warning"))
        #expect(report(.text, [item]).contains("decoded 1279 (error, known)"))
    }

    @Test(arguments: ReportFormat.allCases)
    func `nothing found is a report too`(format: ReportFormat) {
        let text = report(format, [Samples.mixed[1]])
        #expect([.sarif, .junit].contains(format) ? text.hasSuffix("\n") : text.isEmpty)
        #expect(report(format, Samples.hostile) == report(format, Samples.hostile))
    }
}
