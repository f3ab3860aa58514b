import Codecs
import Fingerprints
import TestSupport
import Testing

/// Real pictures against the fingerprints that PDQ's own project publishes for them.
@Suite(.enabled(if: Corpus.exists)) struct PublishedTests {
    /// Seen otherwise by their project: a gray of 16 bits was clipped to 8, and an alpha was dropped.
    private static let seenOtherwise = ["resources/I16.png", "resources/LA.png"]

    @Test func `published fingerprints are met within 10 bits, and 16 where the picture was shrunk before`() throws {
        let files = try Corpus.expected("pdq")["files"] as? [String: [String: Any]] ?? [:]
        var compared = 0
        for (path, facts) in files.sorted(by: { $0.key < $1.key }) where !PublishedTests.seenOtherwise.contains(path) {
            let (pdq, header) = try HashingSink.pdq(of: Corpus.file("pdq/\(path)"))
            for published in facts["pdq"] as? [[String: Any]] ?? [] where pdq.fingerprint.quality >= 80 {
                let implementation = try #require(published["implementation"] as? String)
                let hexadecimal = try #require(published["hex"] as? String)
                let fingerprint = try #require(Fingerprint(hexadecimal: hexadecimal, quality: 100))
                // All but the Java implementation shrink sides of more than 512, each in its own way; the tolerance of
                // the project's own tests is then 16.
                let isWhole = max(header.width, header.height) <= 512 || implementation.hasSuffix(".java")
                let distance = pdq.fingerprint.distance(to: fingerprint)
                #expect(distance <= (isWhole ? 10 : 16), "\(path), \(implementation)")
                compared += 1
            }
        }
        #expect(compared > 50)
    }

    /// The turned bridges are pictures of their own: encoded anew, and with boxes of even widths.
    @Test(arguments: [
        ("2-rotate-90", 8), ("3-rotate-180", 3), ("4-rotate-270", 6), ("5-flipx", 4), ("6-flipy", 2),
        ("7-flip-plus-1", 5), ("8-flip-minus-1", 7),
    ])
    func `the fingerprint of a turned file is known from the upright one`(name: String, orientation: Int) throws {
        let folder = "pdq/reg-test-input/dih/bridge-"
        let upright = try HashingSink.pdq(of: Corpus.file("\(folder)1-original.jpg")).pdq
        let turned = try HashingSink.pdq(of: Corpus.file("\(folder)\(name).jpg")).pdq
        #expect(upright.orientations[orientation - 1].distance(to: turned.fingerprint) <= 10)
        let others = (1...8).filter { $0 != orientation }
        #expect(others.allSatisfy { upright.orientations[$0 - 1].distance(to: turned.fingerprint) > 64 })
    }
}
