internal import Catalogs
internal import Randomness
internal import Sourcing

/// What was offered in each session: no picture twice, and no copy of one.
///
/// A session remembers pictures by their Nekosia id, whatever was asked for: one that was offered as a `catgirl` does
/// not come again under `random`. When nothing is left of what matches a question, what matches it counts as new again,
/// with its copies; what was offered for other questions stays remembered. Copies are known from the shelf and not from
/// the store, so that a dataset that was grouped anew keeps its sessions.
struct PictureSessions: Sendable {
    let shelf: Shelf
    let store: SessionStore
    let clock: ServeClock
    private let hash: KeyedHash

    init(shelf: Shelf, store: SessionStore, clock: ServeClock) {
        self.shelf = shelf
        self.store = store
        self.clock = clock
        hash = KeyedHash(key: store.key)
    }

    /// `count` pictures of `matches` that `holder` has not seen, or fewer where fewer are left.
    func draw(
        _ count: Int, of matches: [Int], holder: String, _ numbers: SplitMix64
    ) async throws(CatalogError) -> [Int] {
        let shelf = shelf
        return try await store.take(hash.hash(of: holder), at: clock.now() / 1000) { seen in
            var numbers = numbers
            let known = seen.compactMap { id in shelf.index(identifier: id).map { (id: id, kin: shelf.kin[$0]) } }
            let draw = Draw.unseen(count, of: matches, on: shelf, seen: Set(known.map(\.kin)), &numbers)
            var forgotten: [String] = []
            if draw.startsOver {
                let again = Set(matches.map { shelf.kin[$0] })
                forgotten = known.filter { again.contains($0.kin) }.map(\.id)
            }
            return SessionStep(
                offered: draw.pictures.map { shelf.pictures[$0].identifier }, forgotten: forgotten,
                value: draw.pictures)
        }
    }
}
