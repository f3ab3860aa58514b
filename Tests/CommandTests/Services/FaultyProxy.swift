#if Remote && Serve
    import Foundation
    import LoopbackSupport
    import Synchronization

    /// Stands between the program and a server, and does to some requests what a bad day does.
    ///
    /// Files are counted in the order in which they are first asked for: faults are given by that number and by how
    /// often the file was asked for before.
    final class FaultyProxy: Sendable {
        /// What happens to a request instead of its answer.
        enum Fault: Sendable {
            /// This answer.
            case answer(ScriptedAnswer)
            /// Half of the body, then the end.
            case cut
            /// A length that is ten bytes too large.
            case wrongLength
            /// Half of the body, then nothing.
            case stuck
            /// A redirect to where the answer is.
            case redirect
        }

        /// A request as this proxy saw it.
        struct Seen: Sendable {
            let path: String
            let isFile: Bool
            let hasFault: Bool
            let time: ContinuousClock.Instant
        }

        private struct State {
            var seen: [Seen] = []
            var numbers: [String: Int] = [:]
            var attempts: [String: Int] = [:]
            /// The window of the budget of files: how many requests it has had, and its end.
            var used = 0
            var end = ContinuousClock.now
            var violations = 0
        }

        /// How many files a second of time may be asked for.
        static let budget = 60

        private let state = Shared()
        private let server: LoopbackServer

        private final class Shared: Sendable {
            let value = Mutex(State())
        }

        /// Where it listens.
        var port: UInt16 { server.port }
        /// Everything that was asked for.
        var seen: [Seen] { state.value.withLock { $0.seen } }
        /// How often a file was asked for though its budget was used up.
        var violations: Int { state.value.withLock { $0.violations } }

        /// A proxy of the server on `port` of this machine.
        ///
        /// - Parameter fault: what happens to the file of this number, or with `nil` to an answer, when it is asked
        ///   for again after so many times. May block.
        init(port: UInt16, fault: @escaping @Sendable (_ file: Int?, _ attempt: Int) -> Fault?) throws {
            server = try LoopbackServer { [state] request, _ in
                let path = String(request.path.prefix { $0 != "?" })
                let isFile = path.hasSuffix(".jpg")
                let (number, attempt, headers) = state.value.withLock { state in
                    let number = state.numbers[path, default: state.numbers.count]
                    if isFile { state.numbers[path] = number }
                    let key = isFile ? path : "answers"
                    defer { state.attempts[key, default: 0] += 1 }
                    return (number, state.attempts[key, default: 0], isFile ? Self.spend(&state) : [])
                }
                let fault = fault(isFile ? number : nil, attempt)
                state.value.withLock {
                    $0.seen.append(Seen(path: path, isFile: isFile, hasFault: fault != nil, time: .now))
                }
                return Self.answer(to: request, of: port, fault, headers)
            }
        }

        /// Counts a file; the header that says what is left.
        private static func spend(_ state: inout State) -> [String] {
            let now = ContinuousClock.now
            if now >= state.end { (state.used, state.end) = (0, now + .seconds(1)) }
            state.used += 1
            if state.used > budget { state.violations += 1 }
            return ["RateLimit: limit=\(budget), remaining=\(max(0, budget - state.used)), reset=1"]
        }

        private static func answer(
            to request: SeenRequest, of port: UInt16, _ fault: Fault?, _ headers: [String]
        ) -> ScriptedAnswer {
            if case .answer(let answer)? = fault { return answer }
            if case .redirect? = fault { return .reply(302, ["Location: \(request.path)?moved"] + headers) }
            // Whoever moved asks for the same path.
            var lines = request.lines.filter { !$0.lowercased().hasPrefix("connection:") } + ["Connection: close"]
            lines[0] = lines[0].replacing("?moved", with: "")
            guard let bytes = try? LoopbackSocket.answer(to: lines, port: port),
                let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))
            else { return .reply(502) }
            let body = bytes[end.upperBound...]
            var head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
            if !headers.isEmpty { head.removeAll { $0.lowercased().contains("ratelimit") } }
            head += headers
            switch fault {
            case .cut?: return .bytes(Self.bytes(head, body.prefix(body.count / 2)))
            case .stuck?: return .holdBytes(Self.bytes(head, body.prefix(body.count / 2)))
            case .wrongLength?:
                head.removeAll { $0.lowercased().hasPrefix("content-length:") }
                return .bytes(Self.bytes(head + ["Content-Length: \(body.count + 10)"], body))
            default: return .bytes(Self.bytes(head, body))
            }
        }

        private static func bytes(_ head: [String], _ body: ArraySlice<UInt8>) -> [UInt8] {
            Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
        }
    }
#endif
