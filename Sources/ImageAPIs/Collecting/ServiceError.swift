internal import Sourcing

/// Why a service gave no pictures, in its own words and in those of sources.
protocol ServiceError: Error {
    /// The same for whoever reads a source.
    var failure: ServiceFailure { get }
}

extension NekosiaError: ServiceError {}

extension NekosBestError: ServiceError {}
