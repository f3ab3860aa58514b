internal import Files

/// Which files of a folder are taken, and which folders are entered.
struct PathFilter: Sendable {
    /// Patterns of which a file must match one; empty for all files.
    let include: [Glob]
    /// Patterns of which neither a file nor a folder above it may match one.
    let exclude: [Glob]

    /// Whether a file with this relative path is taken, its folders having been entered.
    func takes(file path: RawPath) -> Bool {
        if include.isEmpty, exclude.isEmpty { return true }
        let scalars = path.scalars
        if !include.isEmpty, !include.contains(where: { $0.matches(file: scalars) }) { return false }
        return !exclude.contains { $0.matches(file: scalars) }
    }

    /// Whether the folder with this relative path is entered.
    func enters(folder path: RawPath) -> Bool {
        if exclude.isEmpty { return true }
        let scalars = path.scalars
        return !exclude.contains { $0.matches(folder: scalars) }
    }
}

extension RawPath {
    /// What patterns look at: scalars, so that `?` is one character and no accents are composed on the way.
    fileprivate var scalars: [Unicode.Scalar] { Array(String(decoding: bytes, as: UTF8.self).unicodeScalars) }
}
