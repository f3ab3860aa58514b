import Fetching

extension FetchOptions {
    /// The defaults, without limits of time: on a busy machine a test may wait longer for its turn than a user for a server.
    static var patient: FetchOptions {
        var options = FetchOptions()
        options.connectTimeout = .seconds(3600)
        options.idleTimeout = .seconds(3600)
        options.wholeTimeout = .seconds(3600)
        return options
    }
}
