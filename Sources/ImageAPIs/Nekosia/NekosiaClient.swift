internal import Fetching

/// Asks Nekosia, version 1.
public struct NekosiaClient: Sendable {
    /// Where the service is.
    public static let publicBase = "https://api.nekosia.cat/api/v1"
    /// The most bytes of an answer: all names of the service are 10 kB, twenty pictures 30 kB.
    private static let answerLimit = 4 << 20

    private let transport: any APITransport
    private let base: String

    /// A client of the service at `base`, or of one that speaks like it.
    public init(transport: any APITransport, base: String = publicBase) {
        self.transport = transport
        self.base = base
    }

    /// Pictures that match a query.
    public func images(_ query: NekosiaQuery) async throws(NekosiaError) -> NekosiaImages {
        let target: RequestTarget
        do throws(NekosiaQueryFault) { target = try query.target() } catch { throw .query(error) }
        return try NekosiaImages(try await answer(to: target))
    }

    /// The picture of an identifier.
    public func image(id: String) async throws(NekosiaError) -> NekosiaImage {
        guard RequestTarget.isComponent(id) else { throw .query(.badImageIdentifier(id)) }
        return try NekosiaImage(try await answer(to: RequestTarget("getImageById", id)))
    }

    /// Every name that published pictures have.
    public func tags() async throws(NekosiaError) -> NekosiaTags {
        try NekosiaTags(try await answer(to: RequestTarget("tags")))
    }

    /// How the service is.
    public func status() async throws(NekosiaError) -> NekosiaStatus {
        try NekosiaStatus(try await answer(to: RequestTarget()))
    }

    /// Holds the names in a query against those that the service has.
    ///
    /// - Throws: the first name that is unknown, with a near one.
    public func check(_ query: NekosiaQuery) async throws(NekosiaError) {
        if let fault = query.fault { throw .query(fault) }
        if let fault = try await tags().faults(of: query).first { throw .query(fault) }
    }

    private func answer(to target: RequestTarget) async throws(NekosiaError) -> HTTPAnswer {
        do throws(FetchError) {
            return try await transport.get(target.url(at: base), limit: Self.answerLimit)
        } catch {
            throw .transport(error)
        }
    }
}
