#if Serve
    import HTTPTypes
    import HummingbirdTesting
    import Manifests
    import NIOCore
    import Serving
    import TestSupport
    import Testing

    /// Over real connections of this machine: what the server does with answers.
    @Suite struct ServerTests {
        private let scene: Scene
        private let path = "/images/catgirl/000000000000000000000001.png"

        init() throws { scene = try Scene([Records.nekosia(1)]) }

        private func test(_ body: @Sendable @escaping (any TestClientProtocol) async throws -> Void) async throws {
            let server = PictureServer(try scene.service(), port: 0)
            try await server.application().test(.live, body)
        }

        @Test func `files come whole, and in parts`() async throws {
            let bytes = Scene.bytes(of: "000000000000000000000001-original")
            try await test { client in
                let whole = try await client.execute(uri: path, method: .get)
                #expect(whole.status == .ok && Array(buffer: whole.body) == bytes)
                #expect(whole.headers[.contentLength] == "4096")
                let part = try await client.execute(uri: path, method: .get, headers: [.range: "bytes=5-8"])
                #expect(part.status == .partialContent && Array(buffer: part.body) == Array(bytes[5...8]))
                let known = try await client.execute(uri: path, method: .get, headers: [.ifNoneMatch: "*"])
                #expect(known.status == .notModified && known.headers[.contentLength] == nil)
            }
        }

        @Test func `HEAD is GET without the body`() async throws {
            try await test { client in
                for path in [path, "/api/v1", "/api/v2/endpoints", "/nowhere", "/healthz"] {
                    let get = try await client.execute(uri: path, method: .get)
                    let head = try await client.execute(uri: path, method: .head)
                    #expect(head.status == get.status && head.body.readableBytes == 0)
                    for name in [HTTPField.Name.contentLength, .contentType, .eTag] {
                        #expect(head.headers[name] == get.headers[name], "\(path) \(name)")
                    }
                }
            }
        }

        @Test(arguments: [3, 4096]) func `a file that is not what its line says is not served`(bytes: Int) async throws
        {
            let scene = scene
            try await test { client in
                // Not even one of the same size: a manifest of somebody else may name any file of this machine.
                try scene.folder.write([UInt8](repeating: 1, count: bytes), to: "000000000000000000000001-original")
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .notFound)
                #expect(String(buffer: answer.body).contains("is not there any more"))
            }
        }

        @Test func `a large file comes in pieces, all of them`() async throws {
            var record = Records.plain("large.png")
            record.annotations.category = "neko"
            let bytes = [UInt8](repeating: 7, count: 1 << 20) + [1, 2, 3]
            let scene = try Scene([record], contents: ["large.png": bytes])
            let picture = try Shelf(folder: scene.folder.path).pictures[0]
            try await PictureServer(try scene.service(), port: 0).application().test(.live) { client in
                let answer = try await client.execute(uri: "/api/v2/neko/\(picture.name).png", method: .get)
                #expect(Array(buffer: answer.body) == bytes)
            }
        }

        @Test func `headers that are too large have their status, and bodies that nobody asked for are let pass`()
            async throws
        {
            try await test { client in
                let large = HTTPFields([HTTPField(name: .cookie, value: String(repeating: "a", count: 20_000))])
                let header = try await client.execute(uri: "/api/v1", method: .get, headers: large)
                #expect(header.status.code == 431)
                let target = "/api/v1?" + String(repeating: "a", count: 9000)
                let long = try await client.execute(uri: target, method: .get)
                #expect(long.status.code == 414)
                let body = ByteBuffer(repeating: 0, count: 1 << 16)
                let get = try await client.execute(uri: "/api/v1", method: .get, body: body)
                #expect(get.status == .ok)
                let post = try await client.execute(uri: "/api/v1", method: .post, body: body)
                #expect(post.status.code == 405)
            }
        }
    }
#endif
