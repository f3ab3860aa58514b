/// Why a service did not list what was asked for, in the words of the module that asked.
public struct ServiceFailure: Error, Sendable, Hashable {
    /// The service, as in `SourceItem.kind`.
    public let service: String
    /// A stable name of the reason, for programs.
    public let code: String
    /// The reason, for people; without times and addresses, which differ from run to run.
    public let message: String
    /// Whether a later run should try again.
    public let isTransient: Bool

    /// A failure with its reason.
    public init(service: String, code: String, message: String, isTransient: Bool) {
        self.service = service
        self.code = code
        self.message = message
        self.isTransient = isTransient
    }
}
