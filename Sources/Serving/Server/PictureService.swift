public import Catalogs

/// A dataset as both services would serve it: requests in, answers out, no network in sight.
public struct PictureService: Sendable {
    /// The longest path and query: that of a question with all tags there are is far below.
    public static let maximumTarget = 8192
    /// The largest header.
    public static let maximumHeader = 16384

    /// What is served.
    public let shelf: Shelf
    private let options: ServeOptions
    private let nekosia: NekosiaDialect
    private let nekosBest: NekosBestDialect
    private let tally: RequestTally

    /// A service of the dataset in `folder`.
    ///
    /// - Parameters:
    ///   - maker: makes the compressed forms that the dataset does not have; without it there are none.
    public init(
        shelf: Shelf, folder: String, sessions: SessionStore, maker: CompressedMaker? = nil,
        options: ServeOptions = ServeOptions(), clock: ServeClock = .system, dice: Dice = .system
    ) {
        self.shelf = shelf
        self.options = options
        nekosia = NekosiaDialect(
            shelf: shelf, forms: CompressedForms(folder: folder, maker: maker),
            sessions: PictureSessions(shelf: shelf, store: sessions, clock: clock), dice: dice)
        nekosBest = NekosBestDialect(shelf: shelf, dice: dice)
        tally = RequestTally(clock: clock, categories: nekosBest.categories)
    }

    /// The answer to `request`.
    public func answer(_ request: ServedRequest) async -> ServedAnswer {
        var answer: ServedAnswer
        do throws(RequestFault) {
            answer = try await validAnswer(request)
        } catch {
            answer = Dialect(request.target).refusal(error)
            if error == .methodNotAllowed { answer.add("allow", "GET, HEAD, OPTIONS") }
        }
        answer.add("access-control-allow-origin", "*")
        answer.add("x-content-type-options", "nosniff")
        return answer
    }

    /// The answer where the file that `answer` led to turns out not to be there any more.
    public func answerWithoutFile(_ request: ServedRequest) -> ServedAnswer {
        var answer =
            Dialect(request.target) == .nekosBest
            ? NekosBestRefusal.fileNotFound.answer
            : NekosiaRefusal.fileNotFound("The file of this picture is not there any more.").answer(base: "")
        answer.add("access-control-allow-origin", "*")
        return answer
    }

    private func validAnswer(_ request: ServedRequest) async throws(RequestFault) -> ServedAnswer {
        guard request.target.utf8.count <= Self.maximumTarget else { throw .targetTooLong(limit: Self.maximumTarget) }
        guard request.fields.bytes <= Self.maximumHeader else { throw .headerTooLarge(limit: Self.maximumHeader) }
        switch request.method {
        case "GET", "HEAD": break
        case "OPTIONS": return Self.preflight
        default: throw .methodNotAllowed
        }
        let target = try RequestTarget(request.target)
        if target.path == ["healthz"] { return .text(status: 200, "ok\n") }
        guard let base = options.baseURL ?? request.fields.host.map({ BaseURL(host: $0) }) ?? .loopback else {
            throw .badHost
        }
        let dialect = Dialect(target)
        var counted: RequestTally.Entry?
        if options.hasLimits { counted = await tally.count(request, target, dialect) }
        var answer: ServedAnswer
        if counted?.isExceeded ?? false {
            answer = dialect.tooManyRequests
        } else if dialect == .nekosBest {
            answer = await nekosBest.answer(request, target, base: base.text)
        } else {
            answer = await nekosia.answer(request, target, base: base.text)
        }
        for field in counted?.fields ?? [] { answer.add(field.name, field.value) }
        return answer
    }

    /// What a browser asks before it asks.
    private static var preflight: ServedAnswer {
        var answer = ServedAnswer(status: 204)
        answer.add("allow", "GET, HEAD, OPTIONS")
        answer.add("access-control-allow-methods", "GET, HEAD, OPTIONS")
        answer.add("access-control-allow-headers", "*")
        answer.add("access-control-max-age", "86400")
        return answer
    }
}
