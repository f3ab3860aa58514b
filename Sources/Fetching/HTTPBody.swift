#if Remote
    internal import AsyncHTTPClient
    internal import Files
    internal import NIOCore
    internal import NIOHTTP1
    internal import Sourcing

    /// The body of an answer, on its way to a file or into memory.
    struct HTTPBody {
        private let response: HTTPClientResponse
        private let limit: Int
        private let clock: FetchClock
        private let end: Duration
        private let expected: Int?

        /// The body of `response`: at most `limit` bytes, the last of them before the uptime `end`.
        init(_ response: HTTPClientResponse, limit: Int, _ clock: FetchClock, end: Duration) {
            self.response = response
            self.limit = limit
            self.clock = clock
            self.end = end
            expected = response.headers.first(name: "Content-Length").flatMap { Int($0) }
        }

        /// Writes the body to a new file in `folder`, hashing as it arrives; nothing is left behind by a failure.
        func save(from address: WebAddress, into folder: String) async throws(FetchError) -> FetchedFile {
            try checkHeader()
            var temporary: TemporaryFile
            do throws(SystemError) {
                temporary = try TemporaryFile(in: folder)
            } catch {
                throw .store(.write(error))
            }
            var hasher = ContentHasher()
            var received = 0
            var pieces = response.body.makeAsyncIterator()
            while let piece = try await next(&pieces, received: &received) {
                hasher.take(piece.readableBytesUInt8Span)
                do throws(SystemError) {
                    try temporary.file.write(piece.readableBytesUInt8Span)
                } catch {
                    throw .store(.write(error))
                }
            }
            var file = FetchedFile(path: temporary.path.text, bytes: received, digest: hasher.finish())
            file.finalURL = address.text
            file.contentType = response.headers.first(name: "Content-Type")
            file.entityTag = response.headers.first(name: "ETag")
            file.lastModified = response.headers.first(name: "Last-Modified")
            temporary.keep()
            return file
        }

        /// The body in memory.
        func collect() async throws(FetchError) -> [UInt8] {
            try checkHeader()
            var bytes: [UInt8] = []
            var received = 0
            var pieces = response.body.makeAsyncIterator()
            while let piece = try await next(&pieces, received: &received) {
                bytes.append(contentsOf: piece.readableBytesView)
            }
            return bytes
        }

        /// What can be refused before the first byte.
        private func checkHeader() throws(FetchError) {
            if let expected, expected > limit { throw .tooLarge(bytes: expected, limit: limit) }
            if let coding = response.headers.first(name: "Content-Encoding"), coding.lowercased() != "identity" {
                throw .unexpectedEncoding(coding)
            }
        }

        /// The next bytes, or `nil` when all have come.
        private func next(
            _ pieces: inout HTTPClientResponse.Body.AsyncIterator, received: inout Int
        ) async throws(FetchError) -> ByteBuffer? {
            let piece: ByteBuffer?
            do {
                piece = try await pieces.next()
            } catch {
                if Task.isCancelled { throw .canceled }
                throw FetchError(ofTransport: error, received: received, expected: expected)
            }
            // A canceled stream ends as if it were complete.
            if Task.isCancelled { throw .canceled }
            guard let piece else {
                if let expected, received != expected { throw .connectionCut(received: received, expected: expected) }
                return nil
            }
            received += piece.readableBytes
            if received > limit { throw .tooLarge(bytes: nil, limit: limit) }
            if clock.uptime() > end { throw .timedOut(.whole) }
            return piece
        }
    }
#endif
