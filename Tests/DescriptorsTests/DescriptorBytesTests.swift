import Descriptors
import Testing

@Suite struct DescriptorBytesTests {
    private let descriptor = Painting.noise(width: 90, height: 70, seed: 2).descriptor

    @Test func `bytes come back as they went`() {
        let blob = descriptor.bytes
        #expect(blob.count == Descriptor.byteCount)
        #expect(blob.count == 6208)
        #expect(Array(blob[0..<6]) == Array("desc/1".utf8))
        #expect(Descriptor(bytes: blob) == descriptor)
    }

    @Test func `another version, another size and every truncation are refused`() {
        let blob = descriptor.bytes
        var newer = blob
        newer[5] = UInt8(ascii: "2")
        #expect(Descriptor(bytes: newer) == nil)
        #expect(Descriptor(bytes: blob + [0]) == nil)
        for length in stride(from: 0, to: blob.count, by: 61) {
            #expect(Descriptor(bytes: Array(blob[..<length])) == nil)
        }
    }

    @Test func `detail that no picture has is refused`() {
        var blob = descriptor.bytes
        blob[blob.count - 1] = 255
        #expect(Descriptor(bytes: blob) == nil)
    }
}
