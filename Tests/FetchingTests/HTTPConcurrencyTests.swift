#if Remote
    import Dispatch
    import Fetching
    import LoopbackSupport
    import Foundation
    import Sourcing
    import Synchronization
    import Testing

    @Suite struct HTTPConcurrencyTests {
        /// Holds requests back until they are let go, and counts how many are held at a time.
        private final class Door: Sendable {
            private let released = DispatchSemaphore(value: 0)
            private let counts = Mutex((held: 0, most: 0))

            var most: Int { counts.withLock { $0.most } }

            func hold() {
                counts.withLock {
                    $0.held += 1
                    $0.most = max($0.most, $0.held)
                }
                released.wait()
                counts.withLock { $0.held -= 1 }
            }

            func release() { released.signal() }
        }

        @Test func `no more requests go to a host than allowed`() async throws {
            let door = Door()
            var options = FetchOptions.patient
            options.requestsPerHost = 2
            let scene = try FetchScene(options) { request, _ in
                door.hold()
                return .reply(200, body: request.path)
            }
            let bytes = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<8 { group.addTask { try await scene.fetch("/\(number)").bytes } }
                var arrivals = scene.server.arrivals.makeAsyncIterator()
                // Two are inside before any is let go, and each that leaves lets one more in.
                _ = await arrivals.next()
                for _ in 0..<7 {
                    _ = await arrivals.next()
                    door.release()
                }
                door.release()
                return try await group.reduce(0, +)
            }
            #expect(bytes == 16)
            #expect(door.most == 2)
        }

        @Test func `a canceled fetch ends at once and leaves nothing behind`() async throws {
            let scene = try FetchScene { _, _ in
                .hold("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
            }
            let task = Task { try await scene.fetch() }
            var arrivals = scene.server.arrivals.makeAsyncIterator()
            _ = await arrivals.next()
            task.cancel()
            await #expect(throws: FetchError.canceled) { try await task.value }
            #expect(try scene.files() == [])
        }

        @Test func `a fetch that waits for its turn can be canceled`() async throws {
            let door = Door()
            var options = FetchOptions.patient
            options.requestsPerHost = 1
            let scene = try FetchScene(options) { _, _ in
                door.hold()
                return .reply(200, body: "abc")
            }
            let first = Task { try await scene.fetch("/first") }
            var arrivals = scene.server.arrivals.makeAsyncIterator()
            _ = await arrivals.next()
            let second = Task { try await scene.fetch("/second") }
            second.cancel()
            await #expect(throws: FetchError.canceled) { try await second.value }
            door.release()
            #expect(try await first.value.bytes == 3)
            #expect(scene.server.requests.map(\.path) == ["/first"])
        }

        @Test func `a canceled wait between attempts ends the fetch`() async throws {
            let item = SourceItem(id: "x", locator: .url("http://127.0.0.1:1/"), kind: "list")
            let clock = FetchClock(
                now: { 0 }, uptime: { .zero }, sleep: { _ throws(CancellationError) in throw CancellationError() })
            let outcome = await HTTPFetcher(clock: clock).fetch(item, into: "/nowhere", unless: nil)
            #expect(
                outcome
                    == .failure(
                        FetchFailure(code: "fetch-canceled", message: "canceled", isTransient: true, attempts: 1)))
        }
    }
#endif
