internal import Files
internal import Foundation

/// The right to write a dataset folder: a lock that the system takes back when the process ends, however it ends.
final class FolderLock: Sendable {
    private let file: OpenFile

    /// Takes the lock of `folder`, which is made where it is missing.
    init(folder: String) throws(CatalogError) {
        let hidden = RawPath("\(folder)/.pawprint")
        let path = hidden.appending(RawPath("lock"))
        let isFree: Bool
        do throws(SystemError) {
            try hidden.makeFolder()
            file = try OpenFile(path, flags: O_RDWR | O_CREAT)
            isFree = try file.lock()
        } catch {
            throw .unavailable(path: folder, reason: error.description)
        }
        guard isFree else { throw .locked(folder: folder, process: Self.process(in: file)) }
        // Only for the message that another run shows; that it could not be written changes nothing.
        do throws(SystemError) {
            try file.truncate()
            try file.write(Array("\(getpid())\n".utf8).span)
        } catch {}
    }

    /// Gives the folder free, before the lock is dropped.
    func release() { file.unlock() }

    private static func process(in file: OpenFile) -> Int? {
        do throws(SystemError) {
            let text = try file.read(atMost: 32).prefix { $0 != UInt8(ascii: "\n") }
            return Int(String(decoding: text, as: UTF8.self))
        } catch {
            return nil
        }
    }
}
