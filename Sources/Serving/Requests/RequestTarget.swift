/// What a request asks for: the components of its path, and its query.
struct RequestTarget: Sendable, Hashable {
    /// The components, decoded after they were separated: a slash that was encoded is part of a name. A slash at the
    /// end does not count.
    let path: [String]
    /// The query.
    let query: Query

    /// The parts of `target`, which may have a scheme and a host before it, as proxies send it.
    init(_ target: String) throws(RequestFault) {
        var rest = target.utf8[...]
        for scheme in ["http://", "https://"] where target.hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.utf8.count).drop { $0 != UInt8(ascii: "/") }
        }
        if rest.isEmpty { rest = "/".utf8[...] }
        guard rest.first == UInt8(ascii: "/") else { throw .malformedTarget }
        let path = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        var components: [String] = []
        for part in path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let component = PercentCoding.decoded(part) else { throw .malformedTarget }
            components.append(component)
        }
        if components.last == "" { components.removeLast() }
        self.path = components
        query = try Query(rest.dropFirst(path.count).dropFirst().prefix { $0 != UInt8(ascii: "#") })
    }
}
