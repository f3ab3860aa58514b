extension FetchError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAnAddress: "expected an http(s) URL, found a local path"
        case .badAddress(let text): "expected an http(s) URL with a host, found '\(text)'"
        case .unsupportedScheme(let scheme): "expected an http(s) URL, found the scheme '\(scheme)'"
        case .credentialsInAddress: "the URL holds a user name or password, which are not sent"
        case .badContact: "expected a contact of printable ASCII characters without parentheses"
        case .status(let status, _): "the server answered \(status)\(Self.meaning(of: status))"
        case .budgetSpent: "the server's budget of requests is used up for longer than is waited for"
        case .redirectWithoutLocation: "the server redirects without saying where"
        case .redirectRefused(let target): "the server redirects to '\(target)', which is no http(s) URL"
        case .redirectToPrivateAddress(let host):
            "the server redirects to '\(host)', an address in a private network or on this machine"
        case .tooManyRedirects(let limit): "more than \(limit) redirects"
        case .redirectLoop: "the redirects lead in a circle"
        case .tooLarge(let bytes?, let limit): "\(bytes) bytes are more than the limit of \(limit)"
        case .tooLarge(nil, let limit): "more bytes than the limit of \(limit)"
        case .unexpectedEncoding(let coding): "the server sent the coding '\(coding)', which was not asked for"
        case .timedOut(let timeout): "timed out \(timeout.rawValue)"
        case .unknownHost(let host): "the host '\(host)' is not known"
        case .cannotConnect: "the host cannot be reached"
        case .notSecure: "no secure connection: the TLS handshake failed"
        case .connectionCut(let received, let expected?):
            "the connection was cut after \(received) of \(expected) bytes"
        case .connectionCut(let received, nil): "the connection was cut after \(received) bytes"
        case .store(let error): "\(error)"
        case .canceled: "canceled"
        case .builtWithoutHTTP: "this program was built without HTTP (the package trait Remote)"
        }
    }

    /// What the statuses mean that people meet when they fetch files.
    private static func meaning(of status: Int) -> String {
        switch status {
        case 401: ": a login is needed"
        case 403: ": access is refused"
        case 404: ": there is no such file"
        case 410: ": the file is gone"
        case 429: ": too many requests"
        case 500...599: ": an error on its side"
        default: ""
        }
    }
}
