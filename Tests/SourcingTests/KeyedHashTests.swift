import Sourcing
import Testing

@Suite struct KeyedHashTests {
    @Test func `the hash is HMAC-SHA256`() {
        // RFC 4231, test case 2.
        let hash = KeyedHash(key: Array("Jefe".utf8)).hash(of: "what do ya want for nothing?")
        let expected: [UInt8] = [
            0x5B, 0xDC, 0xC1, 0x46, 0xBF, 0x60, 0x75, 0x4E, 0x6A, 0x04, 0x24, 0x26, 0x08, 0x95, 0x75, 0xC7,
            0x5A, 0x00, 0x3F, 0x08, 0x9D, 0x27, 0x39, 0x83, 0x9D, 0xEC, 0x58, 0xB9, 0x64, 0xEC, 0x38, 0x43,
        ]
        #expect(hash == expected)
        #expect(KeyedHash(key: Array("Jefg".utf8)).hash(of: "what do ya want for nothing?") != expected)
    }
}
