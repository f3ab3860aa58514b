import Fetching
import ImageAPIs
import JSONText
import Synchronization

/// A Nekosia with a pool of pictures, in order, and a session that forgets when all were seen.
final class PooledService: Sendable {
    private let pool: [String]
    private let remembers: Bool
    private let position = Mutex(0)

    /// - Parameter alreadySeen: how many of the pool the session has seen before.
    init(_ pool: Int, remembers: Bool = true, alreadySeen: Int = 0) {
        self.pool = (0..<pool).map { "id\($0)" }
        self.remembers = remembers
        position.withLock { $0 = alreadySeen }
    }

    /// What a request is answered with: the next of the pool, from the start again when it is used up.
    func answer(_ request: ScriptedTransport.Asked) -> HTTPAnswer {
        let count = request.number("count")
        let start = position.withLock { position in
            if position >= pool.count || !remembers { position = 0 }
            defer { position += count }
            return position
        }
        let ids = Array(pool[start..<min(pool.count, start + count)])
        return HTTPAnswer(Samples.images(ids, matching: pool.count, asked: count))
    }
}
