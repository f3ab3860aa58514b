internal import Foundation

/// How a manifest names a local file.
public enum FileNaming: Sendable, Hashable {
    /// As the source does.
    case asGiven
    /// As seen from a folder, so that the folder and the files can move together: `../pictures/a.png`.
    case relative(to: String)

    /// The name of the file at `path`.
    public func name(of path: String) -> String {
        switch self {
        case .asGiven: path
        case .relative(let folder): Self.path(from: Self.components(of: folder), to: Self.components(of: path))
        }
    }

    private static func path(from folder: [Substring], to file: [Substring]) -> String {
        let shared = zip(folder, file).prefix { $0.utf8.elementsEqual($1.utf8) }.count
        let up = Array(repeating: "..", count: folder.count - shared)
        return (up + file[shared...].map(String.init)).joined(separator: "/")
    }

    /// The components of the absolute path, without `.` and `..`; links are taken by their names.
    private static func components(of path: String) -> [Substring] {
        let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        var components: [Substring] = []
        for component in absolute.split(separator: "/") where component != "." {
            if component == ".." { _ = components.popLast() } else { components.append(component) }
        }
        return components
    }
}
