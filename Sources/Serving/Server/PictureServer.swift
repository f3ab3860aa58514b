#if Serve
    internal import Dispatch
    internal import Foundation
    package import Hummingbird
    internal import HummingbirdCore
    internal import Logging
    internal import NIOCore
    internal import ServiceLifecycle
    internal import Synchronization
    internal import UnixSignals

    /// A picture service on a port of this machine.
    public struct PictureServer: Sendable {
        /// Where the server listens.
        public let host: String
        /// The port; 0 for any that is free.
        public let port: Int
        private let service: PictureService

        /// A server that is not started yet.
        public init(_ service: PictureService, host: String = "127.0.0.1", port: Int = 8080) {
            self.service = service
            self.host = host
            self.port = port
        }

        /// Serves until the process is sent SIGINT or SIGTERM; then answers what was asked, for ten seconds at most,
        /// and returns. Blocks the calling thread, which may not be one of the cooperative pool.
        ///
        /// - Parameter started: told the URL of the server when it listens.
        public func run(started: @escaping @Sendable (_ url: String) -> Void) throws(ServerError) {
            let done = DispatchSemaphore(value: 0)
            let ending = Ending()
            let application = application(started: started)
            Task {
                if let failure = await Self.failure(of: application, server: self) {
                    _ = ending.failure.storeIfNil(Reason(failure))
                }
                done.signal()
            }
            done.wait()
            if let failure = ending.failure.load() { throw failure.error }
        }

        /// The application, for `run` and for tests.
        package func application(
            started: @escaping @Sendable (_ url: String) -> Void = { _ in }
        ) -> Application<PictureResponder> {
            var logger = Logger(label: "pawprint.serve")
            // What ends the server is thrown; all else is said in answers.
            logger.logLevel = .critical
            return Application(
                responder: PictureResponder(service: service),
                server: .http1(
                    configuration: HTTP1Channel.Configuration(
                        // A client that sends or reads nothing for so long is gone.
                        idleTimeout: .seconds(30),
                        // Larger headers are read up to this, so that the answer is 414 or 431 and no cut connection.
                        httpDecoderConfiguration: .init(maxHeaderFieldSize: 1 << 16, maxHeaderListSize: 1 << 16))),
                configuration: ApplicationConfiguration(
                    address: .hostname(host, port: port), serverName: "pawprint",
                    availableConnectionsDelegate: MaximumAvailableConnections(1000, logger: logger)),
                onServerRunning: { channel in
                    let bound = channel.localAddress?.port ?? port
                    started("http://\(host.contains(":") ? "[\(host)]" : host):\(bound)")
                },
                logger: logger)
        }

        private static func failure(
            of application: Application<PictureResponder>, server: PictureServer
        ) async -> ServerError? {
            var configuration = ServiceGroupConfiguration(
                services: [application], gracefulShutdownSignals: [.sigint, .sigterm], logger: application.logger)
            configuration.maximumGracefulShutdownDuration = .seconds(10)
            do {
                try await ServiceGroup(configuration: configuration).run()
                return nil
            } catch let error as IOError {
                let reason = Self.reason(error.errnoCode)
                return .cannotBind(host: server.host, port: server.port, reason: reason)
            } catch is SocketAddressError {
                return .cannotBind(host: server.host, port: server.port, reason: "there is no such host")
            } catch {
                return .ended(reason: "\(error)")
            }
        }

        private static func reason(_ number: Int32) -> String {
            switch number {
            case EADDRINUSE: "the port is in use"
            case EADDRNOTAVAIL: "this machine has no such address"
            case EACCES, EPERM: "permission denied"
            default: "system error \(number)"
            }
        }

        /// How the server ended; written once, and read after the semaphore.
        private final class Ending: Sendable {
            let failure = AtomicLazyReference<Reason>()
        }

        private final class Reason: Sendable {
            let error: ServerError

            init(_ error: ServerError) { self.error = error }
        }
    }
#endif
