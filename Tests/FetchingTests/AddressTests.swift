import Fetching
import Testing

@Suite struct AddressTests {
    @Test(
        arguments: [
            ([8, 8, 8, 8], true), ([127, 0, 0, 1], false), ([0, 0, 0, 0], false), ([10, 1, 2, 3], false),
            ([100, 64, 0, 1], false), ([100, 128, 0, 1], true), ([169, 254, 169, 254], false), ([172, 15, 0, 1], true),
            ([172, 16, 0, 1], false), ([172, 31, 255, 255], false), ([172, 32, 0, 1], true), ([192, 168, 0, 1], false),
            ([192, 169, 0, 1], true), ([192, 0, 2, 1], false), ([198, 18, 0, 1], false), ([224, 0, 0, 1], false),
            ([255, 255, 255, 255], false), ([223, 255, 255, 255], true),
        ] as [([UInt8], Bool)])
    func `addresses of version 4 are public or not`(bytes: [UInt8], isPublic: Bool) {
        #expect(IPAddress(bytes: bytes).isPublic == isPublic)
        let zeros = [UInt8](repeating: 0, count: 10)
        #expect(IPAddress(bytes: zeros + [0xFF, 0xFF] + bytes).isPublic == isPublic, "mapped")
        #expect(IPAddress(bytes: [0x00, 0x64, 0xFF, 0x9B] + zeros[..<8] + bytes).isPublic == isPublic, "translated")
        #expect(IPAddress(bytes: [0x20, 0x02] + bytes + zeros).isPublic == isPublic, "6to4")
    }

    @Test(
        arguments: [
            ([0x26, 0x06, 0x47, 0x00], true), ([0xFE, 0x80, 0, 0], false), ([0xFC, 0, 0, 0], false),
            ([0xFD, 1, 2, 3], false),
            ([0xFF, 0x02, 0, 0], false), ([0x20, 0x01, 0x0D, 0xB8], false), ([0xFE, 0xC0, 0, 0], false),
            ([0x01, 0, 0, 0], false),
        ] as [([UInt8], Bool)])
    func `addresses of version 6 are public or not`(start: [UInt8], isPublic: Bool) {
        #expect(IPAddress(bytes: start + [UInt8](repeating: 1, count: 12)).isPublic == isPublic)
    }

    @Test func `this machine is not public`() async {
        #expect(!IPAddress(bytes: [UInt8](repeating: 0, count: 15) + [1]).isPublic)
        // Numbers need no name server, whatever their spelling.
        for host in ["127.0.0.1", "::1", "127.1", "2130706433"] {
            let addresses = await HostResolver.system.addresses(host)
            #expect(!addresses.isEmpty, "\(host)")
            #expect(addresses.allSatisfy { !$0.isPublic }, "\(host)")
        }
    }

    @Test func `the user agent names a contact when there is one`() throws {
        #expect(try UserAgent.text(version: "1.2", contact: "me@example.com") == "pawprint (me@example.com)")
        #expect(try UserAgent.text(version: "1.2", contact: nil) == "pawprint/1.2")
        #expect(try UserAgent.text(version: "1.2", contact: "") == "pawprint/1.2")
        for contact in ["a\r\nX: y", "a)", "ü"] {
            #expect(throws: FetchError.badContact) { try UserAgent.text(version: "1", contact: contact) }
        }
    }
}
