import Codecs
import Testing

@Suite struct DecodeErrorTests {
    private static let all: [DecodeError] = [
        .empty, .unrecognized(start: [0x0A, 0xFF]), .corrupt(.png, offset: 7, reason: "IDAT: CRC error"),
        .truncated(.jpeg, bytes: 9, reason: "Premature end of JPEG file"), .tooManyBytes(2, limit: 1),
        .tooManyPixels(width: 3, height: 2, limit: 5), .tooManyFrames(3, limit: 2),
        .tooManyPixelsInAll(width: 3, height: 2, frames: 4, limit: 5), .tooCostly(.gif, reason: "many"),
        .foreign(.bmp), .unsupported(.webp, reason: "new"), .outOfMemory(.png),
    ]

    @Test func `each case has its own code, in words and hyphens`() {
        #expect(Set(Self.all.map(\.code)).count == Self.all.count)
        #expect(Self.all.allSatisfy { $0.code.allSatisfy { ("a"..."z").contains($0) || $0 == "-" } })
    }

    @Test func `each message is one line that names what is wrong`() {
        #expect(Self.all.allSatisfy { !$0.description.isEmpty && !$0.description.contains("\n") })
        #expect(Self.all[1].description == "begins with 0a ff, which is no PNG, JPEG, GIF or WebP")
        #expect(Self.all[2].description == "damaged PNG near byte 7: IDAT: CRC error")
        #expect(Self.all[3].description == "incomplete JPEG, it ends after 9 bytes: Premature end of JPEG file")
        #expect(Self.all[5].description == "3x2 pixels, and at most 5 are allowed")
    }

    @Test func `each is somebody's fault`() {
        #expect(
            Self.all.map(\.fault) == Array(repeating: .bytes, count: 4) + Array(repeating: .limit, count: 5)
                + [.unsupported, .unsupported, .environment])
    }
}
