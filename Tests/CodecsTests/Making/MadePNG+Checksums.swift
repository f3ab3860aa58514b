import Codecs

extension MadePNG {
    /// Gives every chunk the checksum of what it holds, as far as chunks can be followed; other formats stay.
    static func repairChecksums(of bytes: inout [UInt8]) {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return }
        var offset = 8
        while offset + 12 <= bytes.count {
            let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - offset - 12 else { return }
            let end = offset + 8 + length
            let sum = CRC32.checksum(of: bytes.span.extracting(offset + 4..<end))
            for place in 0..<4 { bytes[end + place] = UInt8(truncatingIfNeeded: sum >> (24 - 8 * place)) }
            offset = end + 4
        }
    }
}
