extension SourceSpec {
    private static let example = "a source, such as {folder: {path: pictures}}"

    /// The sources of a pipeline: one under `source`, or several under `sources`.
    static func sources(_ reader: inout MappingReader) -> [SourceSpec] {
        let one = reader.tree("source")
        let several = reader.tree("sources")
        if one != nil, several != nil { reader.impossible("sources", "stands next to source, expected one of them") }
        guard let tree = one ?? several else {
            reader.missing("source", expected: example)
            return []
        }
        guard one == nil else { return Self.source(tree, at: "source", &reader).map { [$0] } ?? [] }
        guard case .sequence(let trees) = tree.value, !trees.isEmpty else {
            reader.add(
                SpecProblem(
                    place: tree.place, keyPath: "sources",
                    fault: .wrongValue(expected: "a list of sources", found: tree.found, suggestion: nil)))
            return []
        }
        let sources = trees.enumerated().compactMap { Self.source($1, at: "sources[\($0)]", &reader) }
        if sources.count(where: { $0 == .stdin }) > 1 { reader.impossible("sources", "stdin can be read only once") }
        return sources
    }

    private static func source(_ tree: SpecTree, at path: String, _ parent: inout MappingReader) -> SourceSpec? {
        // `source: stdin` has nothing to say but its name.
        if tree.value == .scalar(Kind.stdin.rawValue) { return .stdin }
        var reader = MappingReader(tree, path: path, expected: example)
        let isMapping = reader.problems.isEmpty
        let present = Kind.allCases.filter { reader.has($0.rawValue) }
        var source: SourceSpec?
        for kind in Kind.allCases {
            if present.first == kind { source = Self.source(kind, &reader) } else { _ = reader.tree(kind.rawValue) }
        }
        if isMapping { reader.finish() }
        if present.count > 1 {
            reader.impossible(
                present[1].rawValue,
                "stands next to \(present[0].rawValue), expected one kind; several go under sources")
        }
        if present.isEmpty, reader.problems.isEmpty {
            reader.add(SpecProblem(place: tree.place, keyPath: path, fault: .missing(expected: example)))
        }
        reader.problems.forEach { parent.add($0) }
        return source
    }

    private static func source(_ kind: Kind, _ reader: inout MappingReader) -> SourceSpec {
        switch kind {
        case .folder:
            reader.mapping("folder", expected: "a mapping, such as {path: pictures}") { .folder(Folder(&$0)) }
        case .list: reader.mapping("list", expected: "a mapping, such as {path: list.jsonl}") { .list(List(&$0)) }
        case .stdin: reader.mapping("stdin") { _ in .stdin }
        case .nekosia: reader.mapping("nekosia") { .nekosia(Nekosia(&$0)) }
        case .nekosbest: reader.mapping("nekosbest") { .nekosbest(NekosBest(&$0)) }
        }
    }
}

extension SourceSpec.Folder {
    init(_ reader: inout MappingReader) {
        self.init(path: reader.required("path", expected: "the path of a folder") ?? "")
        include = reader.texts("include") ?? include
        exclude = reader.texts("exclude") ?? exclude
        isRecursive = reader.flag("recursive") ?? isRecursive
    }
}

extension SourceSpec.List {
    init(_ reader: inout MappingReader) {
        self.init(path: reader.required("path", expected: "the path of a list") ?? "")
    }
}

extension SourceSpec.Nekosia {
    init(_ reader: inout MappingReader) {
        let expected = "a category, or \(Self.noCategory) with additionalTags"
        self.init(category: reader.required("category", expected: expected) ?? "")
        url = reader.baseURL("url")
        additionalTags = Self.tags("additionalTags", &reader)
        blacklistedTags = Self.tags("blacklistedTags", &reader)
        rating = reader.choice("rating") ?? rating
        count = reader.integer("count", in: 1...10_000) ?? count
        variants = reader.choices("variants") ?? variants
        session = Self.session(&reader) ?? session
        if category == Self.noCategory, additionalTags.isEmpty {
            reader.impossible("category", "\(Self.noCategory) wants at least one of additionalTags")
        }
        if let tag = additionalTags.first(where: blacklistedTags.contains) {
            reader.impossible("blacklistedTags", "\(tag) stands in additionalTags too")
        }
    }

    private static func tags(_ key: String, _ reader: inout MappingReader) -> [String] {
        // A comma would be two tags to the service.
        reader.values(key, expected: "a tag without commas") { $0.isEmpty || $0.contains(",") ? nil : $0 } ?? []
    }

    private static func session(_ reader: inout MappingReader) -> Session? {
        let expected = "run, ip, none or {id: <4 to 128 characters>}"
        guard case .mapping? = reader.tree("session")?.value else {
            let words = ["run", "ip", "none"]
            return reader.value("session", expected: expected, among: words) { text in
                ["run": .run, "ip": .ip, "none": Session.none][text]
            }
        }
        return reader.mapping("session") { (session: inout MappingReader) -> Session? in
            let allowed = "an identifier of 4 to 128 characters, none of \(forbiddenInIdentifiers)"
            return session.required("id", expected: allowed) { text -> Session? in
                let fits = (4...128).contains(text.count) && !text.contains(where: forbiddenInIdentifiers.contains)
                return fits ? .id(text) : nil
            }
        }
    }
}

extension SourceSpec.NekosBest {
    init(_ reader: inout MappingReader) {
        self.init(category: reader.text("category"))
        url = reader.baseURL("url")
        search = reader.value("search", expected: "a text of 3 to 150 characters") {
            (3...150).contains($0.count) ? $0 : nil
        }
        type = reader.choice("type") ?? type
        // A server of one's own is not bound by the terms; whose the URL is, is looked at again when it is asked.
        let isOwn = reader.has("url")
        let most = isOwn ? 10_000 : Self.maximumAmount
        let terms =
            " (the terms of nekos.best forbid bulk download: at most \(Self.maximumAmount) pictures a run)"
        amount =
            reader.value("amount", expected: "a number from 1 to \(most)\(isOwn ? "" : terms)") { text in
                Quantity.integer(text).flatMap { (1...most).contains($0) ? $0 : nil }
            } ?? amount
        if category == nil, search == nil, reader.problems.isEmpty {
            reader.missing("category", expected: "a category, or search with a text")
        }
        if reader.has("type"), !reader.has("search") {
            reader.impossible("type", "only a search has a type; a category has its own")
        }
    }
}
