internal import Fetching

/// Asks nekos.best, version 2, which its terms allow in small amounts only.
public struct NekosBestClient: Sendable {
    /// Where the service is.
    public static let publicBase = "https://nekos.best/api/v2"
    /// The most bytes of an answer that is no file: twenty pictures are 6 kB.
    private static let answerLimit = 4 << 20

    /// Where this client asks.
    let base: String
    private let transport: any APITransport

    /// A client of the service at `base`, or of one that speaks like it.
    ///
    /// - Parameter contact: what stands in the transport's user agent.
    /// - Throws: `terms` when the service is nekos.best and there is no contact.
    public init(transport: any APITransport, contact: String?, base: String = publicBase) throws(NekosBestError) {
        do throws(NekosBestTerms.Breach) {
            try NekosBestTerms.check(pictures: 0, contact: contact, base: base)
        } catch {
            throw .terms(error)
        }
        self.transport = transport
        self.base = base
    }

    /// Pictures of a category, or of a search.
    public func pictures(_ query: NekosBestQuery) async throws(NekosBestError) -> NekosBestPictures {
        let target: RequestTarget
        do throws(NekosBestQueryFault) { target = try query.target() } catch { throw .query(error) }
        return try NekosBestPictures(try await answer(to: target, limit: Self.answerLimit))
    }

    /// All categories.
    public func endpoints() async throws(NekosBestError) -> NekosBestEndpoints {
        try NekosBestEndpoints(try await answer(to: RequestTarget("endpoints"), limit: Self.answerLimit))
    }

    /// A file with the credits in its header.
    ///
    /// - Parameters:
    ///   - name: the name with its extension.
    ///   - limit: the most bytes that the file may have.
    public func asset(
        category: String, name: String, limit: Int = 64 << 20
    ) async throws(NekosBestError) -> NekosBestAsset {
        guard RequestTarget.isComponent(category) else { throw .query(.badCategory(category)) }
        guard RequestTarget.isComponent(name) else { throw .query(.badFileName(name)) }
        let answer = try await answer(to: RequestTarget(category, name), limit: limit)
        try answer.expectNekosBestSuccess()
        return NekosBestAsset(
            bytes: answer.body, contentType: answer.headers["Content-Type"],
            credits: NekosBestCredits(headers: answer.headers))
    }

    /// Holds the category of a query against those that the service has.
    public func check(_ query: NekosBestQuery) async throws(NekosBestError) {
        if let fault = query.fault { throw .query(fault) }
        if let fault = try await endpoints().fault(of: query) { throw .query(fault) }
    }

    private func answer(to target: RequestTarget, limit: Int) async throws(NekosBestError) -> HTTPAnswer {
        do throws(FetchError) {
            return try await transport.get(target.url(at: base), limit: limit)
        } catch {
            throw .transport(error)
        }
    }
}
