internal import Dispatch
internal import Foundation
internal import Synchronization

/// A request as the server saw it.
public struct SeenRequest: Sendable {
    /// The path with its query.
    public let path: String
    /// The lines of the header, as they came.
    public let lines: [String]

    /// The value of a field of the header.
    public func header(_ name: String) -> String? {
        let prefix = name.lowercased() + ": "
        return lines.first { $0.lowercased().hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }
}

/// What the server does with one connection.
public enum ScriptedAnswer: Sendable {
    /// Sends this and closes.
    case text(String)
    /// Sends these bytes and closes.
    case bytes([UInt8])
    /// Sends this and then nothing, until the client closes.
    case hold(String)
    /// Sends these bytes and then nothing, until the client closes.
    case holdBytes([UInt8])
    /// Sends this, then the letter x until the client closes.
    case endless(String)
    /// Closes without a word.
    case hangUp

    /// A whole answer with a body.
    public static func reply(_ status: Int, _ headers: [String] = [], body: String = "") -> ScriptedAnswer {
        let head = ["HTTP/1.1 \(status) Scripted", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers
        return .text(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// A redirect.
    public static func redirect(to location: String) -> ScriptedAnswer { reply(302, ["Location: \(location)"]) }
}

/// A web server on 127.0.0.1 that answers as a test says: one request a connection, one queue a connection.
public final class LoopbackServer: Sendable {
    /// Answers one request; `number` counts all of them from 0. May block, to hold a request back.
    public typealias Script = @Sendable (_ request: SeenRequest, _ number: Int) -> ScriptedAnswer

    /// Where it listens.
    public let port: UInt16
    /// Yields each request when it has been read, before it is answered.
    public let arrivals: AsyncStream<SeenRequest>
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
    public var requests: [SeenRequest] { log.requests.withLock { $0 } }

    /// A server that answers by `script`.
    public init(_ script: @escaping Script) throws {
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

    /// The URL of a path here.
    public func url(_ path: String = "/picture.png", host: String = "127.0.0.1") -> String {
        "http://\(host):\(port)\(path)"
    }
}
