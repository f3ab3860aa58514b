import Dispatch
import Foundation
import Synchronization

/// A request as the server saw it.
struct SeenRequest: Sendable {
    /// The path with its query.
    let path: String
    /// The lines of the header, as they came.
    let lines: [String]

    func header(_ name: String) -> String? {
        let prefix = name.lowercased() + ": "
        return lines.first { $0.lowercased().hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }
}

/// What the server does with one connection.
enum ScriptedAnswer: Sendable {
    /// Sends this and closes.
    case text(String)
    /// Sends this and then nothing, until the client closes.
    case hold(String)
    /// Sends this, then the letter x until the client closes.
    case endless(String)
    /// Closes without a word.
    case hangUp

    /// A whole answer with a body.
    static func reply(_ status: Int, _ headers: [String] = [], body: String = "") -> ScriptedAnswer {
        let head = ["HTTP/1.1 \(status) Scripted", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers
        return .text(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// A redirect.
    static func redirect(to location: String) -> ScriptedAnswer { reply(302, ["Location: \(location)"]) }
}

/// A web server on 127.0.0.1 that answers as a test says: one request a connection, one queue a connection.
final class LoopbackServer: Sendable {
    /// Answers one request; `number` counts all of them from 0. May block, to hold a request back.
    typealias Script = @Sendable (_ request: SeenRequest, _ number: Int) -> ScriptedAnswer

    let port: UInt16
    /// Yields each request when it has been read, before it is answered.
    let arrivals: AsyncStream<SeenRequest>
    private let listener: Int32
    private let log = Log()

    /// What the connections share with the server, and may outlive it.
    private final class Log: Sendable {
        let requests = Mutex<[SeenRequest]>([])

        func note(_ request: SeenRequest) -> Int {
            requests.withLock {
                $0.append(request)
                return $0.count - 1
            }
        }
    }

    /// Everything that was asked so far.
    var requests: [SeenRequest] { log.requests.withLock { $0 } }

    init(_ script: @escaping Script) throws {
        let socket = try LoopbackSocket.listening()
        (listener, port) = (socket.descriptor, socket.port)
        let (stream, continuation) = AsyncStream.makeStream(of: SeenRequest.self)
        arrivals = stream
        DispatchQueue(label: "loopback").async { [listener, log] in
            while true {
                let connection = accept(listener, nil, nil)
                if connection < 0 { break }
                DispatchQueue(label: "loopback.connection").async {
                    defer { close(connection) }
                    guard let request = LoopbackSocket.readRequest(connection) else { return }
                    let number = log.note(request)
                    continuation.yield(request)
                    LoopbackSocket.send(script(request, number), to: connection)
                }
            }
            continuation.finish()
            close(listener)
        }
    }

    /// Wakes the thread that accepts, which closes the socket.
    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    func url(_ path: String = "/picture.png", host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }
}
