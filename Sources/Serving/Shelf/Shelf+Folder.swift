internal import Files
public import Manifests
internal import Sourcing

extension Shelf {
    /// The shelf of the dataset in `folder`, as `run` and `dedup` write it.
    ///
    /// Blocks: the manifest is read whole, and each file is looked for once.
    public init(folder: String) throws(ShelfError) {
        let path = "\(folder)/manifest.jsonl"
        var reader = FileReader(maximumBytes: 2 << 30)
        do throws(ReadError) { try reader.read(RawPath(path)) } catch {
            throw error == .missing ? .noDataset(folder: folder) : .unreadable(path: path, reason: "\(error)")
        }
        let bytes = Array(reader.buffer.prefix(reader.count))
        let records: [ManifestRecord]
        do throws(ManifestError) { records = try ManifestLine.records(in: bytes) } catch {
            throw .manifest(path: path, error)
        }
        self.init(records, folder: folder)
    }

    /// The shelf of these lines, whose files are named as seen from `folder`.
    public init(_ records: [ManifestRecord], folder: String) {
        let root = RawPath(folder)
        self = ShelfBuilder.shelf(records) { record in
            guard let name = record.fileName, let file = record.file else { return nil }
            let path = root.appending(RawPath(name))
            guard !path.bytes.contains(0), let status = FileStatus.followingLinks(path) else { return nil }
            return status.kind == .file && status.bytes == file.bytes ? path.text : nil
        }
    }
}
