internal import Manifests

/// The category under which a picture stands in URLs.
///
/// The first usable one of: the source's category, the tags in their order, `uncategorized`.
enum CategoryRule {
    static let none = "uncategorized"
    /// Paths of nekos.best's dialect beside the categories.
    static let reserved = ["endpoints", "search"]

    static func category(of annotations: Annotations) -> String {
        ([annotations.category].compactMap { $0 } + annotations.tags).first(where: isUsable) ?? none
    }

    /// Whether a text can be one component of a path and stays that when clients and proxies tidy the path up.
    static func isUsable(_ text: String) -> Bool {
        !text.isEmpty && text != "." && text != ".." && text.utf8.count <= 200 && !reserved.contains(text)
            && !text.utf8.contains { $0 == 0x2F || $0 == 0x5C || $0 < 0x20 || $0 == 0x7F }
    }
}
