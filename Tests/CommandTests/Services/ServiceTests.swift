#if Remote && Serve
    import Foundation
    import LoopbackSupport
    import Manifests
    import Synchronization
    import TestSupport
    import Testing

    @Suite struct ServiceTests {
        private func pipeline(_ source: String, _ port: UInt16, in folder: URL, fetch: String) throws -> String {
            let path = folder.appending(path: "pipeline.yaml").path
            let text = "sources:\n- \(source)\n- list: {path: \(folder.path)/down.txt}\nfetch: {\(fetch)}\n"
            try Data(text.utf8).write(to: URL(filePath: path))
            let down = try LoopbackSocket.closedPort()
            let lines = (0..<3).map { "http://127.0.0.1:\(down)/\($0).png\n" }.joined()
            try Data(lines.utf8).write(to: folder.appending(path: "down.txt"))
            return path
        }

        private func records(of dataset: URL) throws -> [ManifestRecord] {
            try ManifestLine.records(
                in: [UInt8](Data(contentsOf: dataset.appending(path: "manifest.jsonl"))))
        }

        /// One of each kind of fault, and of the passing ones many.
        private static func fault(_ file: Int?, _ attempt: Int) -> FaultyProxy.Fault? {
            guard let file else {
                return attempt == 0
                    ? .answer(.reply(500)) : attempt == 2 ? .answer(.reply(429, ["Retry-After: 1"])) : nil
            }
            switch file {
            case 40: return .answer(.reply(404))
            case 41: return .answer(.reply(200, ["Content-Type: text/html"], body: "<html>Not today</html>"))
            case 42: return .answer(.reply(503))
            default: break
            }
            guard attempt == 0 else { return nil }
            switch file {
            case 12: return .answer(.reply(429, ["Retry-After: 1"]))
            case 22: return .answer(.reply(429))
            case 34: return .stuck
            default: break
            }
            switch file % 10 {
            case 1: return .answer(.reply(500))
            case 3: return .cut
            case 5: return .wrongLength
            case 7: return .redirect
            default: return nil
            }
        }

        @Test(arguments: [
            ("nekosia: {url: \"http://127.0.0.1:PORT/api/v1\", category: catgirl, count: 200}", 200),
            ("nekosbest: {url: \"http://127.0.0.1:PORT/api/v2\", category: catgirl, amount: 110}", 110),
        ])
        func `on a bad day, all that can be had is there, and the rest are lines with their reasons`(
            source: String, wanted: Int
        ) async throws {
            let folder = try TemporaryFolder()
            try await OwnQueue.run {
                let served = try ServedPictures(count: 200, in: folder.url)
                let proxy = try FaultyProxy(port: served.port, fault: Self.fault)
                let path = try pipeline(
                    source.replacing("PORT", with: "\(proxy.port)"), proxy.port, in: folder.url,
                    fetch: "timeout: 20s, retries: 4")
                let dataset = folder.url.appending(path: "fetched")
                let ending = try Program.ending(of: ["run", path, "-o", dataset.path, "--progress", "none"])
                #expect(served.stop() == 0)
                #expect(ending.status == 0, "\(ending.errors)")
                let records = try records(of: dataset)
                #expect(records.count == wanted + 3)
                let failures = records.compactMap(\.error)
                #expect(
                    failures.map { "\($0.stage) \($0.code)" }.sorted() == [
                        "decode foreign-format", "fetch fetch-cannot-connect", "fetch fetch-cannot-connect",
                        "fetch fetch-cannot-connect", "fetch http-404", "fetch http-503",
                    ])
                #expect(Set(records.map(\.id)).count == records.count)
                #expect(records.filter { $0.error == nil }.allSatisfy { $0.annotations.artist?.name != nil })
                #expect(records.filter { $0.error == nil }.allSatisfy { $0.check?.verdict != .mismatch })
                #expect(proxy.violations == 0, "the budget of files was kept")
            }
        }

        @Test func `killed while it fetches, a run loses nothing and fetches nothing twice`() async throws {
            let folder = try TemporaryFolder()
            try await OwnQueue.run {
                let served = try ServedPictures(count: 30, in: folder.url)
                let (reached, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
                let isHeld = Mutex(true)
                let proxy = try FaultyProxy(port: served.port) { file, _ in
                    if file == 15, isHeld.withLock({ $0 }) {
                        reached.signal()
                        release.wait()
                    }
                    return nil
                }
                let path = try pipeline(
                    "nekosia: {url: \"http://127.0.0.1:\(proxy.port)/api/v1\", category: catgirl, count: 25}",
                    proxy.port, in: folder.url, fetch: "concurrency: 1")
                let dataset = folder.url.appending(path: "fetched")
                let process = Program.process(["run", path, "-o", dataset.path, "-q"])
                try process.run()
                reached.wait()
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                isHeld.withLock { $0 = false }
                release.signal()
                #expect(try Program.ending(of: ["run", path, "-o", dataset.path, "-q"]).status == 0)
                _ = served.stop()
                let records = try records(of: dataset)
                #expect(records.count == 28)
                #expect(records.count { $0.error == nil } == 25)
                let files = proxy.seen.filter(\.isFile).map(\.path)
                #expect(Set(files).count == 25)
                #expect(files.count == 26, "only what was under way is asked for again")
                #expect(proxy.seen.count { !$0.isFile } == 2, "what was listed is not asked for again")
            }
        }
    }
#endif
