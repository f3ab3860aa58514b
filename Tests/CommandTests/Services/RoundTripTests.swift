#if Remote && Serve
    import Foundation
    import JSONText
    import Manifests
    import TestSupport
    import Testing

    @Suite struct RoundTripTests {
        @Test(arguments: [
            "nekosia: {url: \"http://127.0.0.1:PORT/api/v1\", category: catgirl, count: 40}",
            "nekosbest: {url: \"http://127.0.0.1:PORT/api/v2\", category: catgirl, amount: 30}",
        ])
        func `a dataset that was served and fetched is the same, and nothing in it is not as declared`(
            source: String
        ) async throws {
            let folder = try TemporaryFolder()
            try await OwnQueue.run {
                let served = try ServedPictures(count: 40, in: folder.url)
                let fetched = folder.url.appending(path: "fetched")
                let pipeline = folder.url.appending(path: "pipeline.yaml")
                try Data("source: {\(source.replacing("PORT", with: "\(served.port)"))}".utf8).write(to: pipeline)
                let run = try Program.ending(of: ["run", pipeline.path, "-o", fetched.path, "-q"])
                _ = served.stop()
                #expect(run.status == 0, "\(run.errors)")
                let originals = Dictionary(
                    uniqueKeysWithValues: try records(of: served.dataset).map { ($0.file?.sha256 ?? "", $0) })
                let copies = try records(of: fetched)
                #expect(copies.count == (source.hasPrefix("nekosia") ? 40 : 30))
                for copy in copies {
                    guard let original = originals[copy.file?.sha256 ?? ""] else {
                        Issue.record("\(copy.id) was not served")
                        continue
                    }
                    #expect(copy.image == original.image)
                    #expect(copy.fingerprint == original.fingerprint)
                    #expect(copy.colors == original.colors)
                    #expect(copy.annotations.artist == original.annotations.artist)
                    #expect(copy.annotations.category == original.annotations.category)
                    #expect(copy.source.page == original.source.page)
                    if copy.source.kind == "nekosia" { #expect(copy.annotations == original.annotations) }
                }
                let check = try Program.ending(of: ["check", fetched.path])
                #expect(check.status == 0 && check.output.isEmpty, "\(check.output)")
                let hasChanged = try changeOneWidth(in: fetched)
                try #require(hasChanged)
                let changed = try Program.ending(of: ["check", fetched.path, "--format", "json"])
                #expect(changed.status == 1)
                #expect(changed.lines.count == 1)
                #expect(changed.output.contains("\"rule\":\"width\""))
            }
        }

        private func records(of dataset: URL) throws -> [ManifestRecord] {
            try ManifestLine.records(in: [UInt8](Data(contentsOf: dataset.appending(path: "manifest.jsonl"))))
        }

        /// Changes one byte of one declaration; whether there was one to change.
        private func changeOneWidth(in dataset: URL) throws -> Bool {
            let path = dataset.appending(path: "manifest.jsonl")
            var text = try String(contentsOf: path, encoding: .utf8)
            guard let declared = text.range(of: "\"declared\":{"),
                let width = text.range(of: "\"width\":64}", range: declared.upperBound..<text.endIndex)
            else { return false }
            text.replaceSubrange(width, with: "\"width\":65}")
            try Data(text.utf8).write(to: path)
            return true
        }
    }
#endif
