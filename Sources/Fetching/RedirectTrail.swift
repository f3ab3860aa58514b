/// The addresses of one attempt so far; decides whether the next may be asked.
struct RedirectTrail: Sendable {
    private var visited: [WebAddress]
    private let maximumRedirects: Int

    /// The trail that starts at the item's own address.
    init(_ start: WebAddress, maximumRedirects: Int) {
        visited = [start]
        self.maximumRedirects = maximumRedirects
    }

    /// Adds the target of a redirect from the last address and returns it.
    ///
    /// A server on the internet must not lead this program to a neighbor's printer. Who starts in a private network may
    /// stay there. The addresses are asked for here and once more by the client: a name server that changes its answer
    /// in between is not caught.
    mutating func follow(_ location: String?, resolver: HostResolver) async throws(FetchError) -> WebAddress {
        guard let location else { throw .redirectWithoutLocation }
        let target = try visited[visited.count - 1].redirected(to: location)
        if visited.contains(target) { throw .redirectLoop }
        if visited.count > maximumRedirects { throw .tooManyRedirects(limit: maximumRedirects) }
        if target.host != visited[0].host {
            let addresses = await resolver.addresses(target.host)
            if addresses.isEmpty { throw .unknownHost(target.host) }
            if addresses.contains(where: { !$0.isPublic }), await isPublic(visited[0].host, resolver) {
                throw .redirectToPrivateAddress(host: target.host)
            }
        }
        visited.append(target)
        return target
    }

    private func isPublic(_ host: String, _ resolver: HostResolver) async -> Bool {
        await resolver.addresses(host).allSatisfy(\.isPublic)
    }
}
