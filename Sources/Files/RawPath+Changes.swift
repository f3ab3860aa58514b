internal import Foundation

// What is done to a path and not to the bytes of a file.

extension RawPath {
    /// Calls `body` with the path as a zero-terminated C string, valid during the call.
    package func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
        return unsafe terminated.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("an array of one element has no bytes") }
            return unsafe body(start)
        }
    }

    /// Removes the file, if it is there; that it cannot be removed changes nothing for anybody.
    package func removeFile() { _ = unsafe withCString { unsafe unlink($0) } }

    /// Makes a folder and those above it, unless they are there.
    package func makeFolder() throws(SystemError) {
        if bytes.isEmpty || FileKind.at(self) == .folder { return }
        if folder != self { try folder.makeFolder() }
        if unsafe withCString({ unsafe mkdir($0, 0o755) }) != 0, errno != EEXIST { throw .last }
    }

    /// Gives the file the name `target` in one step, whatever is there.
    func rename(to target: RawPath) throws(SystemError) {
        let status = unsafe withCString { source in
            unsafe target.withCString { unsafe Foundation.rename(source, $0) }
        }
        if status != 0 { throw .last }
    }

    /// Waits until the names in the folder of this file are on the disk: without it a power cut may bring back the
    /// folder as it was before a renaming.
    func synchronizeFolder() throws(SystemError) {
        let folder = folder.bytes.isEmpty ? RawPath(".") : folder
        do throws(SystemError) {
            try OpenFile(folder, flags: O_RDONLY | O_DIRECTORY).synchronize()
        } catch {
            // Some file systems cannot sync a folder and say so; nothing better can be done there.
            if error.number != EINVAL { throw error }
        }
    }
}
