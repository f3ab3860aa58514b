internal import Dispatch
internal import Foundation

/// Finds the addresses of hosts.
public struct HostResolver: Sendable {
    /// The addresses of a host name, or of a number in any spelling that the system takes for an address; empty when it
    /// has none.
    public let addresses: @Sendable (_ host: String) async -> [IPAddress]

    /// A resolver that asks `addresses`.
    public init(addresses: @escaping @Sendable (_ host: String) async -> [IPAddress]) { self.addresses = addresses }

    /// The system's resolver. It blocks, so it runs on a queue of its own and never on the cooperative pool.
    public static let system = HostResolver { host in
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "pawprint.resolve").async { continuation.resume(returning: lookUp(host)) }
        }
    }

    private static func lookUp(_ host: String) -> [IPAddress] {
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(host, nil, nil, &list) == 0 else { return [] }
        // The list is ours until it is freed here, after the last look at it.
        defer { unsafe freeaddrinfo(list) }
        var addresses: [IPAddress] = []
        var next = unsafe list
        while let entry = unsafe next {
            if let address = unsafe address(in: entry.pointee), !addresses.contains(address) {
                addresses.append(address)
            }
            unsafe next = entry.pointee.ai_next
        }
        return addresses
    }

    /// The bytes of an entry, read only as far as its family says that they reach.
    private static func address(in entry: addrinfo) -> IPAddress? {
        guard let socketAddress = unsafe UnsafeRawPointer(entry.ai_addr) else { return nil }
        switch unsafe entry.ai_family {
        case AF_INET:
            let address = unsafe socketAddress.load(as: sockaddr_in.self).sin_addr
            return unsafe IPAddress(bytes: withUnsafeBytes(of: address) { unsafe Array($0) })
        case AF_INET6:
            let address = unsafe socketAddress.load(as: sockaddr_in6.self).sin6_addr
            return unsafe IPAddress(bytes: withUnsafeBytes(of: address) { unsafe Array($0) })
        default: return nil
        }
    }
}
