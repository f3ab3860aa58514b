#if Remote
    internal import AsyncHTTPClient
    internal import Foundation
    internal import NIOCore

    extension FetchError {
        /// What the client's error means here, for a body of which `received` of `expected` bytes had come.
        init(ofTransport error: any Error, received: Int, expected: Int?) {
            switch error {
            case is CancellationError: self = .canceled
            case let error as HTTPClientError: self.init(ofClient: error, received: received, expected: expected)
            case let error as IOError where error.errnoCode != ECONNRESET && error.errnoCode != EPIPE && received == 0:
                self = .cannotConnect
            default:
                // Errors of the TLS library have no common type, and that library is no import of ours: their names
                // have it in common.
                let name = String(reflecting: type(of: error))
                if name.contains("SSL") {
                    self = .notSecure
                } else if name.contains("NIOConnectionError") {
                    self = .cannotConnect
                } else {
                    self = .connectionCut(received: received, expected: expected)
                }
            }
        }

        private init(ofClient error: HTTPClientError, received: Int, expected: Int?) {
            switch error {
            case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout: self = .timedOut(.connecting)
            case .readTimeout, .writeTimeout: self = .timedOut(.idle)
            case .deadlineExceeded: self = .timedOut(.whole)
            case .cancelled, .requestStreamCancelled: self = .canceled
            default: self = .connectionCut(received: received, expected: expected)
            }
        }
    }
#endif
