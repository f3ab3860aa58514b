import Foundation
import TestSupport
import Testing

@Suite struct PipelineTests {
    /// Those that need no service: the others are run against a server of our own, in `ServicePipelineTests`.
    static let pipelines: [String] = {
        let folder = Checkout.root.appending(path: "Pipelines")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { name in
            let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return name.hasSuffix(".yaml") && text?.contains("neko") == false
        }.sorted()
    }()

    @Test(arguments: pipelines)
    func `every example pipeline runs, twice to the same bytes`(name: String) async throws {
        let folder = try TemporaryFolder()
        var manifests: [Data] = []
        for _ in 0..<2 {
            let ending = try await Program.run(
                "run", "Pipelines/\(name)", "-o", folder.path, "-q", in: Checkout.root)
            #expect(ending.status == 0, "\(ending.errors)")
            manifests.append(try Data(contentsOf: folder.url.appending(path: "manifest.jsonl")))
        }
        #expect(!manifests[0].isEmpty)
        #expect(manifests[0] == manifests[1])
    }

    @Test func `a wrong key names file, line and the key that was probably meant`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "wrong.yaml")
        try "source: {folder: {path: x}}\ndedup:\n  maxDistanse: 3\n".write(to: file, atomically: true, encoding: .utf8)
        let ending = try await Program.run("run", "wrong.yaml", "-o", "out", in: folder.url)
        #expect(ending.status == 2)
        #expect(ending.errors.contains("wrong.yaml:3:"))
        #expect(ending.errors.contains("maxDistance"))
    }

    @Test func `values are set from the command line`() async throws {
        let folder = try TemporaryFolder()
        let ending = try await Program.run(
            "run", "Pipelines/quickstart.yaml", "-o", folder.path, "-q", "--set", "decode.maxPixels=1K",
            "--max-failures", "5", in: Checkout.root)
        #expect(ending.status == 3)
    }
}
