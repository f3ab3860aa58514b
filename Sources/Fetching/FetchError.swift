public import Sourcing

/// Why a file was not fetched.
///
/// Descriptions hold nothing that differs from run to run: no addresses, no times, no words of the system.
public enum FetchError: Error, Sendable, Hashable {
    /// How long is too long.
    public enum Timeout: String, Sendable, Hashable {
        /// The server was not reached.
        case connecting = "while connecting"
        /// No byte came.
        case idle = "while waiting for bytes"
        /// The request as a whole.
        case whole = "before the last byte"
    }

    /// The item is no URL.
    case notAnAddress
    /// The text is no absolute `http` or `https` URL with a host.
    case badAddress(String)
    /// The URL has another scheme than `http` or `https`.
    case unsupportedScheme(String)
    /// The URL holds a user name or password, which this program does not send.
    case credentialsInAddress
    /// The contact for the user agent cannot stand in a header.
    case badContact
    /// The server answered with another status than success or a redirect; how many seconds it asks to wait.
    case status(Int, retryAfter: Int?)
    /// The server's budget of requests is used up, and comes back later than is waited for; nothing was sent.
    case budgetSpent
    /// A redirect says nowhere where to.
    case redirectWithoutLocation
    /// A redirect leads to something that is not fetched.
    case redirectRefused(to: String)
    /// A redirect leads from a public address to one that only this machine or its network can see.
    case redirectToPrivateAddress(host: String)
    /// There are more redirects than allowed.
    case tooManyRedirects(limit: Int)
    /// The redirects lead back to an address that was already asked.
    case redirectLoop
    /// The file is larger than allowed: its stated size, or `nil` when it was found while receiving.
    case tooLarge(bytes: Int?, limit: Int)
    /// The bytes are compressed for transport, which was not asked for.
    case unexpectedEncoding(String)
    /// It took too long.
    case timedOut(Timeout)
    /// The host has no address.
    case unknownHost(String)
    /// The host could not be reached.
    case cannotConnect
    /// No secure connection could be made.
    case notSecure
    /// The connection ended before the file did.
    case connectionCut(received: Int, expected: Int?)
    /// The file cannot be written.
    case store(StoreError)
    /// The task was canceled.
    case canceled
    /// The program was built without the trait `Remote`.
    case builtWithoutHTTP
}

extension FetchError {
    /// A stable name of the case, for programs.
    public var code: String {
        switch self {
        case .notAnAddress, .badAddress: "fetch-bad-url"
        case .unsupportedScheme: "fetch-unsupported-scheme"
        case .credentialsInAddress: "fetch-credentials-in-url"
        case .badContact: "fetch-bad-contact"
        case .status(let status, _): "http-\(status)"
        case .budgetSpent: "fetch-budget-spent"
        case .redirectWithoutLocation: "fetch-redirect-without-location"
        case .redirectRefused: "fetch-redirect-refused"
        case .redirectToPrivateAddress: "fetch-redirect-private"
        case .tooManyRedirects: "fetch-too-many-redirects"
        case .redirectLoop: "fetch-redirect-loop"
        case .tooLarge: "fetch-too-large"
        case .unexpectedEncoding: "fetch-unexpected-encoding"
        case .timedOut: "fetch-timeout"
        case .unknownHost: "fetch-unknown-host"
        case .cannotConnect: "fetch-cannot-connect"
        case .notSecure: "fetch-not-secure"
        case .connectionCut: "fetch-cut"
        case .store(let error): error.code
        case .canceled: "fetch-canceled"
        case .builtWithoutHTTP: "fetch-built-without-http"
        }
    }

    /// Whether it may pass, so that a later run should try again.
    ///
    /// Of the 4xx answers only 429 may: all others say that the request itself is wrong. A full disk may be emptied,
    /// and a program that was built without HTTP replaced.
    public var isTransient: Bool {
        switch self {
        case .status(let status, _): status == 429 || (500...599).contains(status)
        case .timedOut, .unknownHost, .cannotConnect, .connectionCut, .canceled, .store, .builtWithoutHTTP,
            .budgetSpent:
            true
        case .notAnAddress, .badAddress, .unsupportedScheme, .credentialsInAddress, .badContact, .notSecure,
            .redirectWithoutLocation, .redirectRefused, .redirectToPrivateAddress, .tooManyRedirects, .redirectLoop,
            .tooLarge, .unexpectedEncoding:
            false
        }
    }

    /// Whether the server was not even reached.
    var isUnreachable: Bool {
        switch self {
        case .cannotConnect, .unknownHost, .timedOut(.connecting): true
        default: false
        }
    }

    /// How many seconds the server asks to wait, if it does.
    public var retryAfter: Int? {
        if case .status(_, let seconds) = self { seconds } else { nil }
    }

    /// The same as the pipeline sees it.
    func failure(attempts: Int) -> FetchFailure {
        FetchFailure(code: code, message: description, isTransient: isTransient, attempts: attempts)
    }
}
