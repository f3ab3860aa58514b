import CheckReports
import Checks
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

struct JUnitDocumentTests {
    @Test func `a suite for each source, a case for each item, a failure for what breaks a policy`() {
        #expect(
            JUnitDocument(Samples.mixed).text() == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="pawprint check" tests="3" failures="1" errors="0" skipped="0" time="0">
                  <testsuite name="folder (folder)" tests="2" failures="1" errors="0" skipped="0" time="0">
                    <testcase name="a.png" classname="folder (folder)" file="pictures/a.png" time="0">
                      <failure message="width: declared 1280, decoded 1279" type="width">\
                pictures/a.png: width: declared 1280, decoded 1279 (error)
                </failure>
                      <system-out>pictures/a.png: format: named .png, decoded jpeg (warning)
                </system-out>
                    </testcase>
                    <testcase name="b.png" classname="folder (folder)" file="pictures/b.png" time="0"/>
                  </testsuite>
                  <testsuite name="list (nekosia)" tests="1" failures="0" errors="0" skipped="0" time="0">
                    <testcase name="nekosia:7/original" classname="list (nekosia)" time="0">
                      <system-out>https://cdn.example/a b.png: same-artwork: names the same artwork as x (notice)
                </system-out>
                    </testcase>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func `what a baseline knows fails no case`() {
        var item = Samples.mixed[0]
        item.issues[0].isKnown = true
        let text = JUnitDocument([item]).text()
        #expect(text.contains("failures=\"0\"") && !text.contains("<failure"))
        #expect(text.contains("(error, known)"))
    }

    @Test func `any name is well-formed XML, and comes back but for what XML cannot hold`() throws {
        let text = JUnitDocument(Samples.hostile).text()
        #expect(!text.contains("]]>"))
        let reader = Names()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = reader
        #expect(parser.parse())
        let expected = Samples.hostileNames.map { name in
            String(String.UnicodeScalarView(name.unicodeScalars.filter { ![0, 0x1B, 0xFFFF].contains($0.value) }))
        }
        #expect(reader.names.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
        #expect(reader.errors == Samples.hostile.count)
    }

    /// Reads the names of all cases.
    private final class Names: NSObject, XMLParserDelegate {
        var names: [String] = []
        var errors = 0

        func parser(
            _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            if element == "testcase" { names.append(attributes["name"] ?? "") }
            if element == "error" { errors += 1 }
        }
    }
}
