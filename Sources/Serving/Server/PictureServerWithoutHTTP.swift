#if !Serve
    /// What stands for the server in a build without HTTP: it says why it does not run.
    public struct PictureServer: Sendable {
        /// A server that will not start.
        public init(_ service: PictureService, host: String = "127.0.0.1", port: Int = 8080) {}

        /// Fails with `builtWithoutHTTP`.
        public func run(started: @escaping @Sendable (_ url: String) -> Void) throws(ServerError) {
            throw .builtWithoutHTTP
        }
    }
#endif
