import Sourcing

extension ItemSource {
    /// All that the source lists.
    mutating func all() throws(SourceError) -> [ListedOrProblem] {
        var listed: [ListedOrProblem] = []
        while let next = try next() { listed.append(next) }
        return listed
    }
}

/// All that a source lists, of which a copy is used.
func listing(_ source: some ItemSource) throws(SourceError) -> [ListedOrProblem] {
    var source = source
    return try source.all()
}

/// The ids of items, and the messages of problems.
func ids(_ source: some ItemSource) throws -> [String] {
    try listing(source).map { listed in
        switch listed {
        case .item(let item): item.id
        case .problem(let problem): "! " + problem.message
        }
    }
}

/// The items of a source in which there are no problems.
func items(_ source: some ItemSource) throws -> [SourceItem] {
    try listing(source).map { listed in
        switch listed {
        case .item(let item): return item
        case .problem(let problem): throw problem
        }
    }
}
