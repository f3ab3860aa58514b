internal import Sourcing

/// Why a service gave no pictures, in its own words.
protocol ServiceError: Error, CustomStringConvertible {
    /// The service's name in items.
    static var service: String { get }
    /// Stable, for programs.
    var code: String { get }
    /// Whether asking again later may help.
    var isTransient: Bool { get }
}

extension ServiceError {
    /// The same as a source reports it.
    var failure: ServiceFailure {
        ServiceFailure(service: Self.service, code: code, message: description, isTransient: isTransient)
    }
}

extension NekosiaError: ServiceError {
    static var service: String { NekosiaSource.kind }
}

extension NekosBestError: ServiceError {
    static var service: String { NekosBestSource.kind }
}
