import Fetching
import Foundation
import ImageAPIs
import JSONText
import Synchronization

/// A service that answers as a test says, and remembers what it was asked.
final class ScriptedTransport: APITransport {
    /// Answers one request; `number` counts all of them from 0.
    typealias Script = @Sendable (_ request: Asked, _ number: Int) throws(FetchError) -> HTTPAnswer

    /// A request, taken apart.
    struct Asked: Sendable, Hashable {
        let url: String

        var path: String { URLComponents(string: url)?.path ?? "" }

        subscript(name: String) -> String? {
            URLComponents(string: url)?.queryItems?.first { $0.name == name }?.value
        }

        func number(_ name: String) -> Int { self[name].flatMap { Int($0) } ?? 0 }
    }

    private let log = Mutex<[Asked]>([])
    private let script: Script

    init(_ script: @escaping Script) { self.script = script }

    /// Everything that was asked so far.
    var requests: [Asked] { log.withLock { $0 } }

    func get(_ url: String, limit: Int) async throws(FetchError) -> HTTPAnswer {
        let request = Asked(url: url)
        let number = log.withLock {
            $0.append(request)
            return $0.count - 1
        }
        return try script(request, number)
    }
}

extension HTTPAnswer {
    /// An answer whose body is JSON.
    init(_ status: Int, _ body: JSONValue) { self.init(status: status, body: body.encoded()) }

    /// A success whose body is JSON.
    init(_ body: JSONValue) { self.init(200, body) }

    /// An answer whose body is text.
    init(_ status: Int, text: String) { self.init(status: status, body: Array(text.utf8)) }

    /// A success whose body is text.
    init(text: String) { self.init(200, text: text) }
}
