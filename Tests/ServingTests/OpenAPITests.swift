#if Serve
    import HTTPTypes
    import HummingbirdTesting
    import Manifests
    import NIOCore
    import Serving
    import TestSupport
    import Testing

    /// The document in the repository against the server, one operation after another.
    @Suite struct OpenAPITests {
        /// A request for an operation, and the status that it gets.
        struct Probe: Sendable {
            let path: String
            let status: Int
            var headers = HTTPFields()
        }

        private static let picture = "/images/catgirl/000000000000000000000001.png"
        private static let gif = "/api/v2/pat/7ee213b9-7167-4e54-8cd8-3fb5829b241b.gif"
        private static let long = String(repeating: "a", count: 9000)
        private static let wide = HTTPFields([HTTPField(name: .cookie, value: String(repeating: "a", count: 20_000))])

        /// Every operation, with all that it documents but 429 and 503.
        static let probes: [String: [Probe]] = [
            "health": [Probe(path: "/healthz", status: 200)] + faults("/healthz"),
            "nekosiaRoot": [Probe(path: "/", status: 200)] + faults("/"),
            "nekosiaStatus": [Probe(path: "/api/v1", status: 200)] + faults("/api/v1"),
            "nekosiaTags": [Probe(path: "/api/v1/tags", status: 200)] + faults("/api/v1/tags"),
            "nekosiaImages": [
                Probe(path: "/api/v1/images/catgirl", status: 200),
                Probe(path: "/api/v1/images/random?count=5&session=ip", status: 200),
                Probe(path: "/api/v1/images/unknown", status: 400),
                Probe(path: "/api/v1/images/random?session=id&id=x", status: 400),
                Probe(path: "/api/v1/images/a/b", status: 404),
            ] + faults("/api/v1/images/random"),
            "nekosiaImageById": [
                Probe(path: "/api/v1/getImageById/000000000000000000000001", status: 200),
                Probe(path: "/api/v1/getImageById/abc", status: 400),
                Probe(path: "/api/v1/getImageById/a/b", status: 404),
            ] + faults("/api/v1/getImageById/x"),
            "nekosiaFile": files(picture) + faults(picture) + [Probe(path: "/images/catgirl/x.png", status: 404)],
            "nekosBestEndpoints": [Probe(path: "/api/v2/endpoints", status: 200)] + faults("/api/v2/endpoints"),
            "nekosBestSearch": [
                Probe(path: "/api/v2/search?query=frieren&type=2", status: 200),
                Probe(path: "/api/v2/search?query=x", status: 400),
                Probe(path: "/api/v2/search?query=frieren&category=x", status: 404),
            ] + faults("/api/v2/search"),
            "nekosBestPictures": [
                Probe(path: "/api/v2/pat?amount=20", status: 200), Probe(path: "/api/v2/catgirl", status: 200),
                Probe(path: "/api/v2/pat?amount=x", status: 400), Probe(path: "/api/v2/unknown", status: 404),
            ] + faults("/api/v2/pat"),
            "nekosBestFile": files(gif) + faults(gif) + [Probe(path: "/api/v2/pat/x.gif", status: 404)],
        ]

        private static func faults(_ path: String) -> [Probe] {
            [
                Probe(path: "\(path)?%zz", status: 400), Probe(path: "\(path)?\(long)", status: 414),
                Probe(path: path, status: 431, headers: wide),
            ]
        }

        private static func files(_ path: String) -> [Probe] {
            [
                Probe(path: path, status: 200), Probe(path: path, status: 206, headers: [.range: "bytes=1-2"]),
                Probe(path: path, status: 304, headers: [.ifNoneMatch: "*"]),
                Probe(path: path, status: 416, headers: [.range: "bytes=99999-"]),
            ]
        }

        private let scene: Scene

        init() throws {
            scene = try Scene([
                Records.nekosia(1), Records.nekosBest("7ee213b9-7167-4e54-8cd8-3fb5829b241b", "pat", format: "gif"),
                Records.tagged("x", "wave", ["hoodie"], rating: nil),
            ])
        }

        @Test func `every operation answers as it is documented, and every status of it occurs`() async throws {
            let service = try scene.service()
            try await PictureServer(service, port: 0).application().test(.live) { client in
                let document = try OpenAPIDocument()
                let operations = document.operations
                #expect(operations.keys.sorted() == Self.probes.keys.sorted())
                for (id, probes) in Self.probes {
                    let operation = try #require(operations[id]?.operation)
                    for probe in probes {
                        let answer = try await client.execute(uri: probe.path, method: .get, headers: probe.headers)
                        #expect(Int(answer.status.code) == probe.status, "\(id) \(probe.path.prefix(100))")
                        let faults = document.faults(
                            operation, status: Int(answer.status.code),
                            headers: { name in HTTPField.Name(name).flatMap { answer.headers[$0] } },
                            body: Array(buffer: answer.body))
                        #expect(faults.isEmpty, "\(id) \(probe.path.prefix(100))")
                    }
                    let met = Set(probes.map { "\($0.status)" } + ["429", "503"])
                    #expect(document.statuses(operation).allSatisfy { met.contains($0) }, "\(id)")
                }
            }
        }

        @Test(arguments: [("nekosiaTags", 300), ("nekosBestEndpoints", 200)])
        func `one request too many is answered as documented`(id: String, limit: Int) async throws {
            let service = try scene.service(options: ServeOptions())
            let document = try OpenAPIDocument()
            let found = try #require(document.operations[id])
            for _ in 0..<limit { #expect(await service.get(found.path).status == 200) }
            let answer = await service.get(found.path)
            #expect(answer.status == 429)
            let faults = document.faults(
                found.operation, status: 429, headers: { answer[$0] }, body: Array(answer.text.utf8))
            #expect(faults.isEmpty)
        }
    }
#endif
