import Foundation

/// The programs that are measured, as command lines.
struct Programs {
    private let folder: URL
    private let work: URL
    private let python: String?

    init(beside folder: URL, work: URL, python: String?) {
        self.folder = folder
        self.work = work
        self.python = python
    }

    private func program(_ name: String) -> String { folder.appending(path: name).path }

    /// Writes a list of the files, so many times over, and gives its path.
    func list(_ pictures: [PictureFile], times: Int = 1) throws -> String {
        let lines = pictures.map(\.path).joined(separator: "\n") + "\n"
        let path = work.appending(path: "list.txt")
        try String(repeating: lines, count: times).write(to: path, atomically: true, encoding: .utf8)
        return path.path
    }

    func limit(_ list: String, jobs: Int = 1) -> [String] { [program("decode-limit"), "-j", "\(jobs)", list] }

    func needed(_ list: String) -> [String] { [program("decode-needed"), list] }

    func parts(_ list: String) -> [String] { [program("decode-needed"), "--parts", list] }

    func scan(_ list: String, jobs: Int = 1, isExact: Bool = false) -> [String] {
        [program("pawprint"), "scan", list, "--list", "--quiet", "--jobs", "\(jobs)"] + (isExact ? ["--exact"] : [])
    }

    func help() -> [String] { [program("pawprint"), "--help"] }

    /// A whole dataset, anew.
    func dedup(_ list: String, jobs: Int = 1) -> [String] {
        let dataset = work.appending(path: "dataset").path
        try? FileManager.default.removeItem(atPath: dataset)
        return [program("pawprint"), "dedup", list, "--list", "-o", dataset, "--quiet", "--jobs", "\(jobs)"]
    }

    /// The peers that there are, by name.
    func peers(_ list: String) -> [(name: String, arguments: [String])] {
        guard let python else { return [] }
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Peers/peer.py").path
        return ["imagehash", "pdqhash", "czkawka"].map { ($0, [python, script, $0, list]) }
    }
}
