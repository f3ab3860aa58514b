import Manifests
import Testing

struct AnalysisTests {
    @Test func `an analysis is read back and fills a record`() throws {
        let full = Samples.full
        let analysis = Analysis(
            file: full.file, image: full.image, fingerprint: full.fingerprint, colors: full.colors, descriptor: [1, 2],
            sequence: [3])
        #expect(try Analysis(decoding: analysis.encoded(), descriptor: [1, 2], sequence: [3]) == analysis)
        var record = ManifestRecord(id: full.id, source: full.source, annotations: full.annotations)
        record.take(analysis)
        record.fileName = full.fileName
        record.declared = full.declared
        record.check = full.check
        record.group = full.group
        #expect(record == full)
    }

    @Test func `a failure is remembered with what was known by then`() throws {
        let failure = Analysis(
            file: FileSection(bytes: 3, format: nil, sha256: "00"),
            error: ErrorSection(stage: "decode", code: "not-an-image", message: "no known signature"))
        #expect(try Analysis(decoding: failure.encoded(), descriptor: []) == failure)
        #expect(try Analysis(decoding: Array("{}".utf8), descriptor: []) == Analysis())
    }

    @Test func `a damaged analysis is an error`() {
        #expect(throws: ManifestError.missing(line: 1, path: "$.image.width", expected: "an integer")) {
            try Analysis(decoding: Array(#"{"image":{}}"#.utf8), descriptor: [])
        }
    }
}
