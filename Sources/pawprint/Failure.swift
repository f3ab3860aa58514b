import Catalogs
import Files
import Manifests
import Serving
import Sourcing
import Specs
import Stages

/// An error that ended a command, as a status and a sentence.
struct Failure {
    let status: ExitStatus
    let message: String

    /// What `error` means for the program's end; `nil` for errors of the command line itself.
    init?(_ error: any Error) {
        switch error {
        case let error as PipelineFault: (status, message) = (.usage, "\(error)")
        case let error as SpecError: (status, message) = (.usage, "\(error)")
        case let error as FileFault: (status, message) = (error.status, "\(error)")
        case let error as SourceError: (status, message) = (.sourceFailed, "\(error)")
        case let error as OutputError: (status, message) = (.outputFailed, "\(error)")
        case let error as StoreError: (status, message) = (.outputFailed, "\(error)")
        case let error as CatalogError: (status, message) = (.outputFailed, "\(error)")
        case let error as DatasetError: (status, message) = (.outputFailed, "\(error)")
        case let error as SearchError: (status, message) = (.sourceFailed, "\(error)")
        case let error as ManifestError: (status, message) = (.sourceFailed, "\(error)")
        case let error as ShelfError: (status, message) = (.sourceFailed, "\(error)")
        case let error as ServerError: (status, message) = (.outputFailed, "\(error)")
        default: return nil
        }
    }
}
