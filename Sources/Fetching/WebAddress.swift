internal import Foundation

/// An `http` or `https` URL that was looked at before anything is sent to it.
struct WebAddress: Sendable, Hashable {
    /// The URL, with everything encoded that has to be.
    let text: String
    /// The host in lower case; IPv6 addresses without brackets.
    let host: String

    /// The address that `text` spells.
    init(_ text: String) throws(FetchError) {
        guard let url = URL(string: text) else { throw .badAddress(text) }
        try self.init(url, text)
    }

    /// The host with its port, as servers count requests.
    var authority: String { String(Self.authority(of: text)).lowercased() }

    /// The path without query.
    var path: String {
        let behindScheme: Substring = text.drop { $0 != "/" }.drop { $0 == "/" }
        let behindHost: Substring = behindScheme.drop { $0 != "/" && $0 != "?" && $0 != "#" }
        return String(behindHost.prefix { $0 != "?" && $0 != "#" })
    }

    /// Where a redirect from here leads.
    func redirected(to location: String) throws(FetchError) -> WebAddress {
        do throws(FetchError) {
            guard let base = URL(string: text), let url = URL(string: location, relativeTo: base)?.absoluteURL else {
                throw .badAddress(location)
            }
            return try WebAddress(url, location)
        } catch {
            throw .redirectRefused(to: location)
        }
    }

    private init(_ url: URL, _ written: String) throws(FetchError) {
        guard let scheme = url.scheme?.lowercased() else { throw .badAddress(written) }
        guard scheme == "http" || scheme == "https" else { throw .unsupportedScheme(scheme) }
        if url.user() != nil || url.password() != nil { throw .credentialsInAddress }
        text = url.absoluteString
        // An escaped host would be one host to whoever looks at it here and another to who decodes it later.
        guard let host = url.host(percentEncoded: false)?.lowercased(), !host.isEmpty,
            host.utf8.allSatisfy(WebAddress.isAllowedInHost), !WebAddress.authority(of: text).contains("%"),
            (1...65_535).contains(url.port ?? 80)
        else { throw .badAddress(written) }
        self.host = host
    }

    /// What stands between the two slashes and the path.
    private static func authority(of text: String) -> Substring {
        text.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    }

    private static func isAllowedInHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-._:".utf8.contains(byte)
        }
    }
}
