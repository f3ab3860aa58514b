internal import Catalogs
internal import Codecs
internal import Dataflow
internal import Files
internal import Foundation
internal import Manifests
internal import Sourcing

/// Gets an item's bytes onto this machine. A local file is there already.
struct FetchStage: Stage {
    let name = "fetch"
    /// How URLs are fetched; `nil` where nothing may be.
    let fetcher: (any ByteFetcher)?
    /// Where fetched files are kept by content.
    let store: ContentStore
    /// What was fetched before; `nil` where nothing is remembered.
    let journal: FetchJournal?
    /// Cuts short what a fetch waits for: a slow server, a pause before a retry.
    let interruption: Interruption

    func makeScratch() {}

    func process(_ listed: Listed, scratch: inout Void) throws(Stopped) -> Fetched {
        guard case .url(let url) = listed.item.locator else {
            return Fetched(record: listed.record, file: listed.item.locator)
        }
        switch journal?.remembered(url) {
        case .success(let path)?: return fetched(listed, as: path)
        case .failure(let failure)?: throw stopped(listed, failure)
        case nil: return try fetch(url, listed)
        }
    }

    private func fetch(_ url: String, _ listed: Listed) throws(Stopped) -> Fetched {
        guard let fetcher else {
            throw stopped(
                listed,
                FetchFailure(code: "offline", message: "not here yet, and nothing is to be fetched", isTransient: true))
        }
        let outdated = journal?.outdated(url)
        do {
            switch wait(for: fetcher, listed.item, into: try store.incomingFolder(), unless: outdated?.version) {
            case .success(.unchanged):
                // Only said where a version was named.
                return fetched(listed, as: outdated?.path ?? "")
            case .success(.file(let file)):
                let path = "images/" + (try store.adopt(file, fileExtension: try Self.fileExtension(of: file)))
                try journal?.remember(url, as: path, file)
                return fetched(listed, as: path)
            case .failure(let failure):
                try journal?.remember(url, failure: failure)
                throw stopped(listed, failure)
            }
        } catch let stopped as Stopped {
            throw stopped
        } catch {
            throw Stopped(listed.record, at: name, code: "store-failed", message: "\(error)")
        }
    }

    /// Waits on this worker's own queue while the client's event loops do the work: the one place where `async` meets
    /// Dispatch. The cooperative pool is never blocked.
    private func wait(
        for fetcher: any ByteFetcher, _ item: SourceItem, into folder: String, unless version: FileVersion?
    ) -> Result<FetchedContent, FetchFailure> {
        let answer = BoundedQueue<Result<FetchedContent, FetchFailure>>(capacity: 1)
        let task = Task { answer.push(await fetcher.fetch(item, into: folder, unless: version)) }
        let number = interruption.whenRequested { task.cancel() }
        defer { interruption.forget(number) }
        guard let result = answer.pop() else { preconditionFailure("a queue that nobody closes has ended") }
        return result
    }

    private func fetched(_ listed: Listed, as path: String) -> Fetched {
        var record = listed.record
        // Without a journal nothing is kept, and a name would lead nowhere.
        if journal != nil { record.fileName = path }
        // The store is the folder `images` of the dataset.
        return Fetched(record: record, file: .file(path: store.folder + "/" + path.dropFirst("images/".count)))
    }

    private func stopped(_ listed: Listed, _ failure: FetchFailure) -> Stopped {
        Stopped(listed.record, at: name, code: failure.code, message: failure.message)
    }

    /// Told from the content, as everywhere.
    private static func fileExtension(of file: FetchedFile) throws(SystemError) -> String {
        let start = try OpenFile(RawPath(file.path), flags: O_RDONLY).read(atMost: 16)
        return ImageFormat.sniffed(from: start.span)?.fileExtension ?? "bin"
    }
}
