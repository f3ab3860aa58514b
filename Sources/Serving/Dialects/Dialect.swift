/// Whose answers a path has.
enum Dialect: Sendable, Hashable {
    /// Nekosia v1: `/api/v1`, `/images`, and whatever is nobody's.
    case nekosia
    /// nekos.best v2: `/api/v2`.
    case nekosBest

    /// The dialect of a path that may be malformed.
    init(_ target: String) {
        let path = target.prefix { $0 != "?" }.split(separator: "/")
        self = path.first == "api" && path.dropFirst().first == "v2" ? .nekosBest : .nekosia
    }

    init(_ target: RequestTarget) {
        self = target.path.prefix(2) == ["api", "v2"] ? .nekosBest : .nekosia
    }

    func refusal(_ fault: RequestFault) -> ServedAnswer {
        switch self {
        case .nekosia: NekosiaRefusal.request(fault).answer(base: "")
        case .nekosBest: NekosBestRefusal.request(fault).answer
        }
    }

    var tooManyRequests: ServedAnswer {
        switch self {
        case .nekosia: NekosiaRefusal.tooManyRequests.answer(base: "")
        case .nekosBest: NekosBestRefusal.tooManyRequests.answer
        }
    }
}
