internal import Sourcing
public import Specs

extension PipelineSpec {
    /// The sources that the file names, in order.
    ///
    /// - Parameter service: makes the order for a service, which this module knows nothing of, from the source that
    ///   stands at this index.
    /// - Throws: a pattern that cannot be understood, or what `service` throws.
    public func sourceOrders(
        service: (_ source: SourceSpec, _ index: Int) throws -> ServiceOrder
    ) throws -> [SourceOrder] {
        try sources.enumerated().map { index, source in
            switch source {
            case .folder(let folder):
                .items(
                    try FolderSource(
                        path: folder.path, include: folder.include, exclude: folder.exclude,
                        recursive: folder.isRecursive))
            case .list(let list): .items(ListSource(path: list.path))
            case .stdin: .items(ListSource.standardInput())
            case .nekosia, .nekosbest: .service(try service(source, index))
            }
        }
    }
}
