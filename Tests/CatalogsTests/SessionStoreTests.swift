import Catalogs
import Foundation
import GRDB
import TestSupport
import Testing

@Suite struct SessionStoreTests {
    private let folder: DatasetFolder

    init() throws { folder = try DatasetFolder() }

    private var file: String { SessionStore.path(in: folder.path) }

    /// What was seen, after which `offered` is remembered and `forgotten` is not.
    private func take(
        _ store: SessionStore, _ holder: UInt8, at now: Int = 0, offered: [String] = [], forgotten: [String] = []
    ) async throws -> [String] {
        try await store.take([holder], at: now) { seen in
            SessionStep(offered: offered, forgotten: forgotten, value: seen.sorted())
        }
    }

    @Test func `a session remembers what was offered, for its holder alone`() async throws {
        let store = try SessionStore(folder: folder.path)
        #expect(try await take(store, 1, offered: ["a", "b"]).isEmpty)
        #expect(try await take(store, 1, offered: ["b", "c"]) == ["a", "b"])
        #expect(try await take(store, 2).isEmpty)
        #expect(try await take(store, 1, offered: ["a"], forgotten: ["a", "b", "x"]) == ["a", "b", "c"])
        #expect(try await take(store, 1) == ["a", "c"])
    }

    @Test func `sessions and their key are there after closing and opening`() async throws {
        let first = try SessionStore(folder: folder.path)
        _ = try await take(first, 1, offered: ["a"])
        try first.close()
        let second = try SessionStore(folder: folder.path)
        #expect(try await take(second, 1) == ["a"])
        #expect(second.key == first.key && second.key.count == 32)
        let other = try DatasetFolder()
        #expect(try SessionStore(folder: other.path).key != first.key)
    }

    @Test func `a session is kept for seven days after its last request`() async throws {
        let store = try SessionStore(folder: folder.path)
        let week = SessionStore.lifetime
        _ = try await take(store, 1, at: 1000, offered: ["a"])
        #expect(try await take(store, 1, at: 1000 + week - 1, offered: ["b"]) == ["a"])
        // A clock that was set back takes nothing away.
        #expect(try await take(store, 1, at: 5) == ["a", "b"])
        #expect(try await take(store, 1, at: 1000 + 2 * week - 2) == ["a", "b"])
        #expect(try await take(store, 1, at: 1000 + 3 * week - 2).isEmpty)
    }

    @Test func `nothing of a session that is over is left in the file`() async throws {
        let store = try SessionStore(folder: folder.path)
        _ = try await take(store, 1, at: 0, offered: ["a", "b"])
        _ = try await take(store, 2, at: SessionStore.lifetime, offered: ["c"])
        let left = try await DatabaseQueue(path: file).read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM seen") }
        #expect(left == 1)
    }

    @Test func `requests that come together each see what those before them were offered`() async throws {
        let stores = [try SessionStore(folder: folder.path), try SessionStore(folder: folder.path)]
        let offered = try await withThrowingTaskGroup(of: String.self) { group in
            for index in 0..<200 {
                group.addTask {
                    try await stores[index % 2].take([UInt8(index % 3)], at: 0) { seen in
                        let next = "\(seen.count)"
                        return SessionStep(offered: [next], value: "\(index % 3) \(next)")
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(offered).count == 200)
    }

    @Test func `the database of another program is refused, and a file that is none is damaged`() async throws {
        let name = "dataset/.pawprint/sessions.sqlite"
        let parent = try TemporaryFolder()
        try parent.write([], to: name)
        try await DatabaseQueue(path: parent.path(name)).write { try $0.execute(sql: "CREATE TABLE theirs (a)") }
        #expect(throws: CatalogError.foreign(path: parent.path(name))) {
            try SessionStore(folder: parent.path("dataset"))
        }
        let other = try TemporaryFolder()
        try other.write(Array(String(repeating: "not a database. ", count: 100).utf8), to: name)
        #expect(throws: CatalogError.damaged(path: other.path(name), reason: "file is not a database")) {
            try SessionStore(folder: other.path("dataset"))
        }
    }

    @Test func `tables that somebody took away are damage, not a crash`() async throws {
        let store = try SessionStore(folder: folder.path)
        try await DatabaseQueue(path: file).write { try $0.execute(sql: "DROP TABLE seen") }
        let error = await #expect(throws: CatalogError.self) { _ = try await take(store, 1, offered: ["a"]) }
        #expect(error == .damaged(path: file, reason: "no such table: seen"))
    }
}
