internal import Foundation

/// A file that is being written under a name of its own, removed again unless it is kept or moved.
package struct TemporaryFile: ~Copyable {
    /// Where it is.
    package let path: RawPath
    /// The open file.
    package let file: OpenFile
    private var isKept = false

    /// Makes an empty file with a name that nothing else has.
    package init(in folder: String) throws(SystemError) {
        while true {
            let name = "\(getpid())-\(UInt64.random(in: .min ... .max))"
            let path = RawPath(folder).appending(RawPath(name))
            do throws(SystemError) {
                file = try OpenFile(path, flags: O_RDWR | O_CREAT | O_EXCL)
                self.path = path
                return
            } catch {
                if error.number != EEXIST { throw error }
            }
        }
    }

    /// Takes over a finished file that was kept earlier.
    package init(adopting path: String) throws(SystemError) {
        self.path = RawPath(path)
        file = try OpenFile(self.path, flags: O_RDWR)
    }

    /// Leaves the file where it is.
    package mutating func keep() { isKept = true }

    /// Synchronizes the file and renames it to `target` in one step, whatever is there.
    package mutating func move(to target: RawPath) throws(SystemError) {
        try file.synchronize()
        try path.rename(to: target)
        isKept = true
        try target.synchronizeFolder()
    }

    deinit {
        if !isKept { path.removeFile() }
    }
}
