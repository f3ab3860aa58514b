import Specs
import Testing

/// The echo as `key.path=value` lines.
private func lines(_ echo: SpecEcho, _ path: String = "") -> [String] {
    switch echo {
    case .text(let text): ["\(path)=\(text)"]
    case .integer(let integer): ["\(path)=\(integer)"]
    case .flag(let flag): ["\(path)=\(flag)"]
    case .list(let elements): elements.enumerated().flatMap { lines($1, "\(path).\($0)") }
    case .mapping(let members): members.flatMap { lines($0.value, path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }
}

struct SpecEchoTests {
    @Test func `the echo names every value under its key`() throws {
        let spec = try PipelineSpec(
            yaml: """
                name: n
                sources: [{folder: {path: a, include: "*.png"}}, {nekosia: {category: c, session: {id: secret}}}]
                output: {directory: /somewhere/else}
                """, file: "x")
        #expect(
            lines(spec.echo) == [
                "name=n", "sources.0.folder.path=a", "sources.0.folder.include.0=*.png",
                "sources.0.folder.recursive=true",
                "sources.1.nekosia.category=c", "sources.1.nekosia.rating=safe", "sources.1.nekosia.count=20",
                "sources.1.nekosia.variants.0=original", "sources.1.nekosia.session=id", "fetch.concurrency=4",
                "fetch.retries=4", "fetch.timeout=30000ms", "decode.maxPixels=100000000", "decode.maxFrames=2000",
                "decode.maxBytes=67108864", "decode.acceptTruncated=false", "decode.exact=false",
                "fingerprint.orientations=none",
                "fingerprint.animations=frames", "colors.palette=14", "check.metadata=error", "check.palette=warning",
                "dedup.maxDistance=31", "dedup.keep.0=reference", "dedup.keep.1=pixels", "dedup.keep.2=detail",
                "dedup.keep.3=lossless", "dedup.keep.4=quality", "dedup.keep.5=metadata", "dedup.keep.6=bytes",
                "dedup.keep.7=path", "dedup.reach=automatic", "dedup.cluster=star", "output.images=keep",
            ])
    }

    @Test func `the echo of defaults is a pipeline of the same spec`() throws {
        let spec = PipelineSpec(name: "n", sources: [.folder(SourceSpec.Folder(path: "a"))])
        let overrides = lines(spec.echo).filter { !$0.hasPrefix("sources") && !$0.hasPrefix("dedup.keep") }
        #expect(try PipelineSpec(yaml: "sources: [{folder: {path: a}}]", file: "x", overrides: overrides) == spec)
    }
}
