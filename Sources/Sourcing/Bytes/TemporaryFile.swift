internal import Foundation

/// A file that is being written, removed again unless it is kept.
package struct TemporaryFile: ~Copyable {
    /// Where it is.
    package let path: RawPath
    /// The open file.
    package let file: OpenFile
    private var isKept = false

    /// Makes an empty file with a name that nothing else has.
    package init(in folder: String) throws(StoreError) {
        while true {
            let name = "\(getpid())-\(UInt64.random(in: .min ... .max))"
            let path = RawPath(folder).appending(RawPath(name))
            do throws(SystemError) {
                file = try OpenFile(path, flags: O_RDWR | O_CREAT | O_EXCL)
                self.path = path
                return
            } catch {
                if error.number != EEXIST { throw .write(error) }
            }
        }
    }

    /// Takes over a finished file that was kept earlier.
    init(adopting path: String) throws(StoreError) {
        self.path = RawPath(path)
        do throws(SystemError) { file = try OpenFile(self.path, flags: O_RDWR) } catch { throw .write(error) }
    }

    /// Leaves the file where it is.
    package mutating func keep() { isKept = true }

    /// Synchronizes the file and renames it to `target` in one step, whatever is there.
    mutating func move(to target: RawPath) throws(StoreError) {
        do throws(SystemError) {
            try file.synchronize()
            let status = unsafe path.withCString { source in
                unsafe target.withCString { unsafe rename(source, $0) }
            }
            if status != 0 { throw .last }
            isKept = true
            // Without this a power cut may lose the new name, though not the bytes.
            try OpenFile(target.folder, flags: O_RDONLY | O_DIRECTORY).synchronize()
        } catch {
            throw .write(error)
        }
    }

    deinit {
        if !isKept { path.removeFile() }
    }
}

extension RawPath {
    /// Removes the file, if it is there; that it cannot be removed changes nothing for anybody.
    package func removeFile() { _ = unsafe withCString { unsafe unlink($0) } }

    /// Makes a folder and those above it, unless they are there.
    func makeFolder() throws(SystemError) {
        if bytes.isEmpty || FileStatus.followingLinks(self)?.kind == .folder { return }
        if folder != self { try folder.makeFolder() }
        if unsafe withCString({ unsafe mkdir($0, 0o755) }) != 0, errno != EEXIST { throw .last }
    }
}
