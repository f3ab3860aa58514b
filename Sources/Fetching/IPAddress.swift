/// An address of the internet protocol, of version 4 or 6.
public struct IPAddress: Sendable, Hashable {
    /// 4 or 16 bytes, as they travel.
    public let bytes: [UInt8]

    /// The address with these bytes, of which there are 4 or 16.
    public init(bytes: [UInt8]) {
        precondition(bytes.count == 4 || bytes.count == 16, "\(bytes.count) bytes are no address")
        self.bytes = bytes
    }

    /// Whether the address means the same host for everybody: not this machine, its link or a private network.
    ///
    /// Source: the IANA special-purpose address registries (RFC 6890 and what updates it). Addresses of version 6 that
    /// carry one of version 4 are judged by that.
    public var isPublic: Bool {
        if bytes.count == 4 { return IPAddress.isPublic(bytes[0], bytes[1], bytes[2]) }
        if let carried { return carried.isPublic }
        // 2000::/3 is all that is given out for the internet; 2001:db8::/32 is for examples.
        return bytes[0] & 0xE0 == 0x20 && !bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8])
    }

    private static func isPublic(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): false
        case (100, 64..<128, _), (169, 254, _), (172, 16..<32, _), (192, 168, _), (198, 18...19, _): false
        case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): false
        default: true
        }
    }

    /// The address of version 4 within one of version 6: mapped, compatible, translated (NAT64), 6to4.
    private var carried: IPAddress? {
        let last = IPAddress(bytes: Array(bytes[12...]))
        let isZero = { (range: Range<Int>) in self.bytes[range].allSatisfy { $0 == 0 } }
        if isZero(0..<10), bytes[10] == 0xFF, bytes[11] == 0xFF { return last }
        if isZero(0..<12) { return last }
        if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]), isZero(4..<12) { return last }
        if bytes.starts(with: [0x20, 0x02]) { return IPAddress(bytes: Array(bytes[2..<6])) }
        return nil
    }
}
