/// The checksum of PNG chunks, bit by bit: it is only taken of a header.
///
/// Source: W3C, PNG Specification (Third Edition), annex D; polynomial 0xEDB88320, reflected.
package enum CRC32 {
    package static func checksum(of bytes: Span<UInt8>) -> Int {
        var register: UInt32 = 0xFFFF_FFFF
        for index in bytes.indices {
            register ^= UInt32(bytes[index])
            for _ in 0..<8 { register = register & 1 == 1 ? 0xEDB8_8320 ^ (register >> 1) : register >> 1 }
        }
        return Int(~register)
    }
}
