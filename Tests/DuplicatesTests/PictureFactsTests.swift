import Descriptors
import Duplicates
import Fingerprints
import Testing
import TestSupport

@Suite struct PictureFactsTests {
    private let detail = Detail(horizontal: [1, 2, 3, 4, 5, 6, .max], vertical: [.max, 0, 7, 8, 9, 10, 11])

    private func facts(
        _ digest: String, path: String = "a.png", quality: Int? = nil, fingerprintQuality: Int = 100
    ) -> PictureFacts {
        let descriptor = Descriptor(
            luma: (0..<4096).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }, cb: [UInt8](repeating: 90, count: 1024),
            cr: [UInt8](repeating: 150, count: 1024), detail: detail)
        return PictureFacts(
            ticket: 7, path: path, digest: digest, width: 1 << 20, height: 3, bytes: 1 << 40, isLossless: true,
            quality: quality, metadataBytes: 1 << 33, frames: 2,
            fingerprint: Fingerprint(words: SIMD4(1, 2, 3, .max), quality: fingerprintQuality), descriptor: descriptor)
    }

    @Test func `what is packed comes out as it went in`() {
        let digests = [
            String(repeating: "0123456789abcdef", count: 4), String(repeating: "f", count: 64),
            String(repeating: "F", count: 64), String(repeating: "0", count: 63), String(repeating: "0", count: 65),
            "a", "",
        ]
        for digest in digests {
            for path in ["", "a/b.png", "\u{e9}", "e\u{301}"] {
                let facts = facts(digest, path: path, quality: path.isEmpty ? nil : 90)
                #expect(facts.digest == digest)
                #expect(Array(facts.path.utf8) == Array(path.utf8))
                #expect(facts.detail == detail)
                #expect(facts.quality == (path.isEmpty ? nil : 90))
                #expect(facts.fingerprint == Fingerprint(words: SIMD4(1, 2, 3, .max), quality: 100))
                #expect((facts.width, facts.height, facts.bytes) == (1 << 20, 3, 1 << 40))
                #expect((facts.ticket, facts.metadataBytes, facts.frames) == (7, 1 << 33, 2))
            }
        }
        #expect(facts("a").look == nil && facts("a", fingerprintQuality: 20).look != nil)
    }

    @Test func `digests are ordered as their texts`() {
        let digests = ["", "a", "z", String(repeating: "0", count: 64), String(repeating: "9", count: 63) + "a"]
        for one in digests {
            for other in digests {
                #expect((facts(one).contentKey < facts(other).contentKey) == (one < other))
                #expect((facts(one).contentKey == facts(other).contentKey) == (one == other))
            }
        }
    }

    @Test func `paths that share memory are the same paths`() {
        var all = ["", "one", "two/\u{e9}.png", "three"].map { facts("a", path: $0) }
        let before = all
        all.sharePaths()
        #expect(all == before)
        #expect(all.map(\.path) == before.map(\.path))
        #expect(all.map(\.hashValue) == before.map(\.hashValue))
        all[1].path = "another"
        #expect(all.map(\.path) == ["", "another", "two/\u{e9}.png", "three"])
    }
}
