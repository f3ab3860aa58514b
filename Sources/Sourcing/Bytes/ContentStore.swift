internal import Files
internal import Foundation

/// Files kept under the digest of their bytes: `ab/ab12....png` in the folder of the store.
///
/// A file appears whole or not at all: it is written under a temporary name in the store, synchronized, then renamed.
/// One that is already there is kept. Several stores, threads and processes may work on one folder.
public struct ContentStore: Sendable, Hashable {
    /// The folder of the store, as `DIR/images`.
    public let folder: String

    private var root: RawPath { RawPath(folder) }

    /// The store in `folder`, which is made when something is put in.
    public init(folder: String) { self.folder = folder }

    /// Where the store keeps what has `digest`: a path relative to its folder.
    public static func name(of digest: ContentDigest, fileExtension: String) -> String {
        let digits = digest.hexadecimal
        return "\(digits.prefix(2))/\(digits).\(fileExtension)"
    }

    /// The path of the file with this digest, whether it is there or not.
    public func path(of digest: ContentDigest, fileExtension: String) -> String {
        root.appending(RawPath(ContentStore.name(of: digest, fileExtension: fileExtension))).text
    }

    /// Whether a file with this digest is there.
    public func contains(_ digest: ContentDigest, fileExtension: String) -> Bool {
        FileStatus.ofLink(RawPath(path(of: digest, fileExtension: fileExtension)))?.kind == .file
    }

    /// The folder for files that are still being written, made if missing.
    ///
    /// It is in the store so that a finished file can be renamed into its place; its name starts with a dot, so that
    /// nobody lists what is in it.
    public func incomingFolder() throws(StoreError) -> String {
        do throws(SystemError) { try incoming.makeFolder() } catch { throw .folder(error) }
        return incoming.text
    }

    /// Keeps `bytes`, whose digest is `digest`; returns the file's name in the store.
    public func store(_ bytes: Span<UInt8>, digest: ContentDigest, fileExtension: String) throws(StoreError) -> String {
        let name = ContentStore.name(of: digest, fileExtension: fileExtension)
        if holds(name, bytes: bytes.count) { return name }
        let incoming = try incomingFolder()
        let place = try place(of: name)
        do throws(SystemError) {
            var temporary = try TemporaryFile(in: incoming)
            try temporary.file.write(bytes)
            try temporary.move(to: place)
        } catch {
            throw .write(error)
        }
        return name
    }

    /// Moves a file from `incomingFolder` to the place of its digest; returns its name in the store.
    public func adopt(_ fetched: FetchedFile, fileExtension: String) throws(StoreError) -> String {
        let name = ContentStore.name(of: fetched.digest, fileExtension: fileExtension)
        if holds(name, bytes: fetched.bytes) {
            RawPath(fetched.path).removeFile()
            return name
        }
        let place = try place(of: name)
        do throws(SystemError) {
            var temporary = try TemporaryFile(adopting: fetched.path)
            try temporary.move(to: place)
        } catch {
            throw .write(error)
        }
        return name
    }

    /// Removes what earlier runs left unfinished. Not to be called while anybody fetches into this store.
    public func removeLeftovers() throws(StoreError) {
        do throws(SystemError) {
            for entry in try FolderListing.entries(of: incoming) where entry.kind == .file {
                incoming.appending(RawPath(bytes: entry.name)).removeFile()
            }
        } catch {
            if !error.isMissing { throw .folder(error) }
        }
    }

    private var incoming: RawPath { root.appending(RawPath(".incoming")) }

    /// A file of another size under the name was damaged from outside, and is replaced.
    private func holds(_ name: String, bytes: Int) -> Bool {
        guard let status = FileStatus.ofLink(root.appending(RawPath(name))) else { return false }
        return status.kind == .file && status.bytes == bytes
    }

    private func place(of name: String) throws(StoreError) -> RawPath {
        let path = root.appending(RawPath(name))
        do throws(SystemError) { try path.folder.makeFolder() } catch { throw .folder(error) }
        return path
    }
}
