extension PipelineSpec {
    /// Everything that decides what is computed, with the defaults filled in and under the keys of a pipeline file.
    ///
    /// `output.directory` is left out: where a dataset stands is no part of it. A session's identifier is left out
    /// because it is the user's.
    public var echo: SpecEcho {
        .mapping([
            .init("name", .text(name)),
            .init("sources", .list(sources.map(\.echo))),
            .init(
                "fetch",
                .mapping([
                    .init("concurrency", .integer(fetch.concurrency)), .init("retries", .integer(fetch.retries)),
                    .init("timeout", .text("\(fetch.timeout.milliseconds)ms")),
                ])),
            .init(
                "decode",
                .mapping([
                    .init("maxPixels", .integer(decode.maximumPixels)),
                    .init("maxFrames", .integer(decode.maximumFrames)),
                    .init("maxBytes", .integer(decode.maximumBytes)),
                    .init("acceptTruncated", .flag(decode.acceptsTruncated)),
                    .init("exact", .flag(decode.isExact)),
                ])),
            .init(
                "fingerprint",
                .mapping([
                    .init("orientations", .text(fingerprint.orientations.rawValue)),
                    .init("animations", .text(fingerprint.animations.rawValue)),
                ])),
            .init("colors", .mapping([.init("palette", .integer(colors.palette))])),
            .init(
                "check",
                .mapping([
                    .init("metadata", .text(check.metadata.rawValue)), .init("palette", .text(check.palette.rawValue)),
                ])),
            .init(
                "dedup",
                .mapping([
                    .init("maxDistance", .integer(dedup.maximumDistance)),
                    .init("keep", .list(dedup.keep.map { .text($0.rawValue) })),
                    .init("reach", .text(dedup.reach.rawValue)), .init("cluster", .text(dedup.cluster.rawValue)),
                ])),
            .init("output", .mapping([.init("images", .text(output.images.rawValue))])),
        ])
    }
}

extension SourceSpec {
    /// What is asked for of this source, with the defaults filled in. A session's identifier is left out.
    public var echo: SpecEcho {
        let members: [SpecEcho.Member] =
            switch self {
            case .folder(let folder):
                [
                    .init("path", .text(folder.path)), .init("include", texts(folder.include)),
                    .init("exclude", texts(folder.exclude)), .init("recursive", .flag(folder.isRecursive)),
                ]
            case .list(let list): [.init("path", .text(list.path))]
            case .stdin: []
            case .nekosia(let source):
                [
                    source.url.map { .init("url", .text($0)) },
                    .init("category", .text(source.category)),
                    .init("additionalTags", texts(source.additionalTags)),
                    .init("blacklistedTags", texts(source.blacklistedTags)),
                    .init("rating", .text(source.rating.rawValue)), .init("count", .integer(source.count)),
                    .init("variants", texts(source.variants.map(\.rawValue))),
                    .init("session", .text(source.session.name)),
                ].compactMap(\.self)
            case .nekosbest(let source):
                [
                    source.url.map { .init("url", .text($0)) },
                    source.category.map { .init("category", .text($0)) },
                    source.search.map { .init("search", .text($0)) },
                    source.search.map { _ in .init("type", .text(source.type.rawValue)) },
                    .init("amount", .integer(source.amount)),
                ].compactMap(\.self)
            }
        return .mapping([.init(kind.rawValue, .mapping(members))])
    }

    private func texts(_ texts: [String]) -> SpecEcho { .list(texts.map { .text($0) }) }
}

extension SourceSpec.Nekosia.Session {
    fileprivate var name: String {
        switch self {
        case .run: "run"
        case .ip: "ip"
        case .id: "id"
        case .none: "none"
        }
    }
}

extension Duration {
    /// Whole milliseconds; spec files know nothing finer.
    fileprivate var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
