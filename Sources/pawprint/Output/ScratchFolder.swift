import Foundation

/// A folder for what is not kept, removed with the value. Whoever writes into it makes it: most runs need none.
struct ScratchFolder: ~Copyable {
    let path = FileManager.default.temporaryDirectory.appending(path: "pawprint-\(UUID().uuidString)").path

    deinit {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            StandardError.write(line: "pawprint: \(path): cannot be removed")
        }
    }
}
