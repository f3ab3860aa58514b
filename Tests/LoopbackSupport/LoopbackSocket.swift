internal import Files
internal import Foundation

/// The system calls of `LoopbackServer`. Pointers are used within one call each and never kept.
public enum LoopbackSocket {
    /// A socket that listens on a free port of 127.0.0.1.
    static func listening() throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, streamType, 0)
        var address = address(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, length) + listen(descriptor, 64) + getsockname(descriptor, $0, &length)
            }
        }
        guard descriptor >= 0, status == 0 else { throw SystemError(number: errno) }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    /// A port on which nobody listens.
    public static func closedPort() throws -> UInt16 {
        let socket = try listening()
        close(socket.descriptor)
        return socket.port
    }

    /// Reads to the empty line behind a request's header.
    static func readRequest(_ connection: Int32) -> SeenRequest? {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 4096)
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            let count = unsafe block.withUnsafeMutableBytes { unsafe recv(connection, $0.baseAddress, $0.count, 0) }
            if count <= 0 { return nil }
            bytes += block[..<count]
            // A handshake of TLS, which this server does not speak.
            if bytes.first == 0x16 {
                _ = send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), connection)
                return nil
            }
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
        let words = lines.first?.split(separator: " ") ?? []
        return words.count == 3 ? SeenRequest(path: String(words[1]), lines: lines) : nil
    }

    static func send(_ answer: ScriptedAnswer, to connection: Int32) {
        switch answer {
        case .hangUp: return
        case .text(let text): _ = send(Array(text.utf8), connection)
        case .bytes(let bytes): _ = send(bytes, connection)
        case .hold(let text): if !send(Array(text.utf8), connection) { return }
        case .holdBytes(let bytes): if !send(bytes, connection) { return }
        case .endless(let text):
            let letters = [UInt8](repeating: UInt8(ascii: "x"), count: 16 << 10)
            guard send(Array(text.utf8), connection) else { return }
            while send(letters, connection) {}
            return
        }
        switch answer {
        case .text, .bytes: shutdown(connection, Int32(SHUT_WR))
        default: break
        }
        // Until the client closes: closing with unread bytes would cut what was sent.
        var byte: UInt8 = 0
        while unsafe recv(connection, &byte, 1, 0) > 0 {}
    }

    /// What the server on `port` of this machine answers to a request of these lines, to the last byte.
    public static func answer(to lines: [String], port: UInt16) throws -> [UInt8] {
        let connection = socket(AF_INET, streamType, 0)
        defer { close(connection) }
        var address = address(port: port)
        let status = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0, send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8), connection) else {
            throw SystemError(number: errno)
        }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 64 << 10)
        while case let count = unsafe block.withUnsafeMutableBytes({ buffer in
            unsafe recv(connection, buffer.baseAddress, buffer.count, 0)
        }), count > 0 { bytes += block[..<count] }
        return bytes
    }

    private static var streamType: Int32 {
        #if os(Linux)
            Int32(SOCK_STREAM.rawValue)
        #else
            SOCK_STREAM
        #endif
    }

    private static func address(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        return address
    }

    /// Whether all of `bytes` were sent.
    private static func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { buffer in
                #if os(Linux)
                    unsafe Foundation.send(connection, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
                #else
                    unsafe Foundation.send(connection, buffer.baseAddress, buffer.count, 0)
                #endif
            }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
