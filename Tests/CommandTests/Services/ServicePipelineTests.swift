#if Remote && Serve
    import Foundation
    import TestSupport
    import Testing

    @Suite struct ServicePipelineTests {
        @Test(arguments: [("catgirls.yaml", "nekosia", "v1", 80), ("waves.yaml", "nekosbest", "v2", 10)])
        func `every example of a service runs, twice to the same bytes and asking once`(
            name: String, service: String, version: String, lines: Int
        ) async throws {
            let folder = try TemporaryFolder()
            try await OwnQueue.run {
                let served = try ServedPictures(count: 45, in: folder.url)
                let dataset = folder.url.appending(path: "dataset")
                let arguments = [
                    "run", "Pipelines/\(name)", "-o", dataset.path, "-q", "--set",
                    "source.\(service).url=http://127.0.0.1:\(served.port)/api/\(version)", "--set",
                    "source.\(service).category=catgirl",
                ]
                let first = try Program.ending(of: arguments, in: Checkout.root)
                #expect(first.status == 0, "\(first.errors)")
                let manifest = try Data(contentsOf: dataset.appending(path: "manifest.jsonl"))
                #expect(manifest.count { $0 == UInt8(ascii: "\n") } == lines)
                // Nobody is there to be asked any more.
                _ = served.stop()
                let second = try Program.ending(of: arguments, in: Checkout.root)
                #expect(second.status == 0, "\(second.errors)")
                #expect(try Data(contentsOf: dataset.appending(path: "manifest.jsonl")) == manifest)
            }
        }

        @Test func `nekos-best is not asked without a contact, nor for many pictures`() async throws {
            let folder = try TemporaryFolder()
            let without = try await Program.run(
                "run", Checkout.root.appending(path: "Pipelines/waves.yaml").path, "-o", "out", in: folder.url)
            #expect(without.status == 2)
            #expect(without.errors.contains("PAWPRINT_CONTACT"))
            let many = folder.url.appending(path: "many.yaml")
            let two = "sources: [{nekosbest: {category: neko, amount: 15}}, {nekosbest: {category: pat, amount: 15}}]"
            try Data(two.utf8).write(to: many)
            let ending = try await Program.run(
                "run", many.path, "-o", "out", "--contact", "me@example.com", in: folder.url)
            #expect(ending.status == 2)
            #expect(ending.errors.contains("sources[1].nekosbest.amount: 30 pictures"))
            #expect(ending.errors.contains("terms forbid bulk download"))
        }
    }
#endif
