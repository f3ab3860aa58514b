#if Serve
    internal import HTTPTypes
    package import Hummingbird
    internal import NIOCore
    internal import NIOPosix

    /// Hands requests from the network to a picture service, and its answers back.
    package struct PictureResponder: HTTPResponder {
        /// Where a request comes from.
        package struct Context: InitializableFromSource {
            let client: String

            package init(source: ApplicationRequestContextSource) {
                client = source.channel.remoteAddress?.ipAddress ?? "unknown"
            }
        }

        let service: PictureService
        private let proven = ProvenFiles()

        init(service: PictureService) { self.service = service }

        /// Bytes that are read at once; most pictures fit, and are one read and one write.
        private static let chunk = 1 << 18

        package func respond(to request: Request, context: Context) async throws -> Response {
            let asked = ServedRequest(request, client: context.client)
            let answer = await service.answer(asked)
            let isHead = asked.method == "HEAD"
            guard case .file(let file, let part) = answer.body else {
                return response(answer, isHead: isHead)
            }
            guard let opened = await opened(file, part: part) else {
                return response(service.answerWithoutFile(asked), isHead: isHead)
            }
            return Response(answer, body: isHead ? ResponseBody() : Self.body(of: opened, part))
        }

        private func response(_ answer: ServedAnswer, isHead: Bool) -> Response {
            guard !isHead, case .bytes(let bytes) = answer.body else { return Response(answer, body: ResponseBody()) }
            return Response(answer, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }

        /// The file, and the first bytes to send.
        private func opened(_ claim: FileClaim, part: Range<Int>) async -> (file: ServedFile, first: [UInt8])? {
            let isProven = await proven.contains(claim)
            let opened: (file: ServedFile, first: [UInt8])? =
                await Self.blocking {
                    guard let file = ServedFile(claim), isProven || file.proves(claim) else { return nil }
                    return (file, try file.bytes(in: part.prefix(Self.chunk)))
                } ?? nil
            if opened != nil, !isProven { await proven.insert(claim) }
            return opened
        }

        private static func body(of opened: (file: ServedFile, first: [UInt8]), _ part: Range<Int>) -> ResponseBody {
            if opened.first.count == part.count { return ResponseBody(byteBuffer: ByteBuffer(bytes: opened.first)) }
            return ResponseBody(contentLength: part.count) { writer in
                try await writer.write(ByteBuffer(bytes: opened.first))
                var rest = part.dropFirst(opened.first.count)
                while !rest.isEmpty {
                    let next = rest.prefix(chunk)
                    let bytes = await blocking { try opened.file.bytes(in: next) } ?? []
                    // Cut short meanwhile: so is the answer, which the client sees by its length.
                    if bytes.count < next.count { throw ServerError.ended(reason: "a file was cut short") }
                    try await writer.write(ByteBuffer(bytes: bytes))
                    rest = rest.dropFirst(next.count)
                }
                try await writer.finish(nil)
            }
        }

        /// What `work` comes to, on a thread that may wait for the disk.
        private static func blocking<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async -> Value? {
            do { return try await NIOThreadPool.singleton.runIfActive(work) } catch { return nil }
        }
    }
#endif
