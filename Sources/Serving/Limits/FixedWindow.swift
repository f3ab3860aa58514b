/// A rule of how many requests are allowed in a stretch of time that starts anew, whole, when it is over.
struct FixedWindow: Sendable, Hashable {
    /// Where a stretch begins.
    enum Start: Sendable, Hashable {
        /// With the first request, as Nekosia counts.
        case request
        /// On multiples of its length since 1970, as nekos.best counts.
        case clock
    }

    /// The most requests in one stretch.
    let limit: Int
    /// The length of a stretch in milliseconds.
    let length: Int
    /// Where a stretch begins.
    let start: Start

    /// How a request stands to its rule.
    struct Standing: Sendable, Hashable {
        /// How many requests more are allowed; negative for one that is refused.
        let remaining: Int
        /// When the stretch is over, in milliseconds since 1970.
        let end: Int

        /// Whether the request is one too many.
        var isExceeded: Bool { remaining < 0 }

        /// Whole seconds until the stretch is over, at least one.
        func seconds(from now: Int) -> Int { max(1, (end - now + 999) / 1000) }
    }

    /// The end of a stretch that begins with a request at `now`.
    func end(of now: Int) -> Int {
        switch start {
        case .request: now + length
        case .clock: (now / length + 1) * length
        }
    }
}
