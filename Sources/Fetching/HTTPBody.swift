#if Remote
    internal import AsyncHTTPClient
    internal import Files
    internal import NIOCore
    internal import NIOHTTP1
    internal import Sourcing

    /// The body of a successful answer, on its way to a file.
    struct HTTPBody {
        private let response: HTTPClientResponse
        private let options: FetchOptions
        private let clock: FetchClock
        private let expected: Int?

        init(_ response: HTTPClientResponse, _ options: FetchOptions, _ clock: FetchClock) {
            self.response = response
            self.options = options
            self.clock = clock
            expected = response.headers.first(name: "Content-Length").flatMap { Int($0) }
        }

        /// Writes the body to a new file in `folder`, hashing as it arrives; nothing is left behind by a failure.
        func save(from address: WebAddress, into folder: String, end: Duration) async throws(FetchError) -> FetchedFile
        {
            if let expected, expected > options.maximumBytes {
                throw .tooLarge(bytes: expected, limit: options.maximumBytes)
            }
            if let coding = response.headers.first(name: "Content-Encoding"), coding.lowercased() != "identity" {
                throw .unexpectedEncoding(coding)
            }
            var temporary: TemporaryFile
            do throws(SystemError) {
                temporary = try TemporaryFile(in: folder)
            } catch {
                throw .store(.write(error))
            }
            var hasher = ContentHasher()
            let received = try await receive(into: temporary.file, &hasher, end: end)
            var file = FetchedFile(path: temporary.path.text, bytes: received, digest: hasher.finish())
            file.finalURL = address.text
            file.contentType = response.headers.first(name: "Content-Type")
            file.entityTag = response.headers.first(name: "ETag")
            file.lastModified = response.headers.first(name: "Last-Modified")
            temporary.keep()
            return file
        }

        private func receive(
            into file: OpenFile, _ hasher: inout ContentHasher, end: Duration
        ) async throws(FetchError) -> Int {
            var received = 0
            var pieces = response.body.makeAsyncIterator()
            while true {
                let piece: ByteBuffer?
                do {
                    piece = try await pieces.next()
                } catch {
                    if Task.isCancelled { throw .canceled }
                    throw FetchError(ofTransport: error, received: received, expected: expected)
                }
                // A canceled stream ends as if it were complete.
                if Task.isCancelled { throw .canceled }
                guard let piece else { break }
                received += piece.readableBytes
                if received > options.maximumBytes { throw .tooLarge(bytes: nil, limit: options.maximumBytes) }
                if clock.uptime() > end { throw .timedOut(.whole) }
                hasher.take(piece.readableBytesUInt8Span)
                do throws(SystemError) {
                    try file.write(piece.readableBytesUInt8Span)
                } catch {
                    throw .store(.write(error))
                }
            }
            if let expected, received != expected { throw .connectionCut(received: received, expected: expected) }
            return received
        }
    }
#endif
