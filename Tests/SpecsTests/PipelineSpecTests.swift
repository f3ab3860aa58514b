import Specs
import Testing

/// The example of the documentation, with every section.
private let example = """
    # Pipelines/catgirls.yaml
    name: catgirls
    source:
      nekosia:
        category: catgirl          # or nothing, with additionalTags
        additionalTags: [blue-hair]
        blacklistedTags: [maid]
        rating: safe
        count: 40                  # pictures wanted
        variants: [original, compressed]
        session: run               # run | ip | id: <4 to 128 characters> | none
    fetch:   {concurrency: 8, retries: 2, timeout: 45s}
    decode:  {maxPixels: 10M, maxFrames: 200, maxBytes: 4M, acceptTruncated: true}
    fingerprint: {orientations: mirror, animations: first}
    colors:  {palette: 5}
    check:   {metadata: warning, palette: ignore}
    dedup:   {maxDistance: 20, keep: [reference, pixels, path], reach: parts, cluster: complete}
    output:  {directory: out/catgirls, images: none}
    """

struct PipelineSpecTests {
    @Test func `the documented example is read whole`() throws {
        var source = SourceSpec.Nekosia(category: "catgirl")
        source.additionalTags = ["blue-hair"]
        source.blacklistedTags = ["maid"]
        source.count = 40
        source.variants = [.original, .compressed]
        var expected = PipelineSpec(name: "catgirls", sources: [.nekosia(source)])
        expected.fetch.concurrency = 8
        expected.fetch.retries = 2
        expected.fetch.timeout = .seconds(45)
        expected.decode.maximumPixels = 10_000_000
        expected.decode.maximumFrames = 200
        expected.decode.maximumBytes = 4_194_304
        expected.decode.acceptsTruncated = true
        expected.fingerprint.orientations = .mirror
        expected.fingerprint.animations = .first
        expected.colors.palette = 5
        expected.check.metadata = .warning
        expected.check.palette = .ignore
        expected.dedup.maximumDistance = 20
        expected.dedup.keep = [.reference, .pixels, .path]
        expected.dedup.reach = .parts
        expected.dedup.cluster = .complete
        expected.output.directory = "out/catgirls"
        expected.output.images = .none
        #expect(try PipelineSpec(yaml: example, file: "x.yaml") == expected)
    }

    @Test func `a source is all that a pipeline needs, and its file gives the name`() throws {
        let spec = try PipelineSpec(yaml: "source: {folder: {path: pictures}}", file: "Pipelines/cats.yaml")
        #expect(spec == PipelineSpec(name: "cats", sources: [.folder(SourceSpec.Folder(path: "pictures"))]))
        #expect(spec.fetch.timeout == .seconds(30))
        #expect(spec.decode.maximumPixels == 100_000_000)
        #expect(spec.decode.maximumBytes == 67_108_864)
        #expect(spec.dedup.keep == [.reference, .pixels, .detail, .lossless, .quality, .metadata, .bytes, .path])
    }

    @Test func `several sources are read in their order`() throws {
        let yaml = """
            sources:
              - folder: {path: a, include: "**/*.png", exclude: ["*.tmp", x], recursive: false}
              - list: {path: b.jsonl}
              - stdin
              - nekosbest: {search: Frieren, type: gif, amount: 20}
              - nekosia: {category: nothing, additionalTags: hoodie, session: {id: abc-1}}
            """
        var folder = SourceSpec.Folder(path: "a")
        folder.include = ["**/*.png"]
        folder.exclude = ["*.tmp", "x"]
        folder.isRecursive = false
        var best = SourceSpec.NekosBest(category: nil)
        best.search = "Frieren"
        best.type = .gif
        best.amount = 20
        var nekosia = SourceSpec.Nekosia(category: "nothing")
        nekosia.additionalTags = ["hoodie"]
        nekosia.session = .id("abc-1")
        let expected: [SourceSpec] = [
            .folder(folder), .list(SourceSpec.List(path: "b.jsonl")), .stdin, .nekosbest(best), .nekosia(nekosia),
        ]
        let spec = try PipelineSpec(yaml: yaml, file: "x.yaml")
        #expect(spec.sources == expected)
        #expect(spec.sources.map(\.kind) == [.folder, .list, .stdin, .nekosbest, .nekosia])
    }

    @Test(arguments: ["source: stdin", "source: {stdin: }", "source: {stdin: {}}", "sources: [stdin]"])
    func `stdin needs nothing but its name`(yaml: String) throws {
        #expect(try PipelineSpec(yaml: yaml, file: "x").sources == [.stdin])
    }

    @Test func `a word that YAML takes for a boolean is a text`() throws {
        let spec = try PipelineSpec(yaml: "{name: no, source: {nekosbest: {category: on}}}", file: "x")
        #expect(spec.name == "no")
        #expect(spec.sources == [.nekosbest(SourceSpec.NekosBest(category: "on"))])
    }

    @Test(arguments: [
        ("1", 1), ("999", 999), ("5K", 5120), ("64M", 67_108_864), ("2G", 2_147_483_648), ("64G", 68_719_476_736),
    ])
    func `bytes are counted in powers of 1024`(text: String, bytes: Int) throws {
        let spec = try PipelineSpec(yaml: "{source: stdin, decode: {maxBytes: \(text)}}", file: "x")
        #expect(spec.decode.maximumBytes == bytes)
    }

    @Test(arguments: [("5K", 5000), ("100M", 100_000_000), ("10G", 10_000_000_000)])
    func `pixels are counted in powers of 1000`(text: String, pixels: Int) throws {
        let spec = try PipelineSpec(yaml: "{source: stdin, decode: {maxPixels: \(text)}}", file: "x")
        #expect(spec.decode.maximumPixels == pixels)
    }

    @Test(arguments: [
        ("100ms", Duration.milliseconds(100)), ("1500ms", .milliseconds(1500)), ("30s", .seconds(30)),
        ("2m", .seconds(120)), ("1h", .seconds(3600)),
    ])
    func `times have units`(text: String, timeout: Duration) throws {
        #expect(
            try PipelineSpec(yaml: "{source: stdin, fetch: {timeout: \(text)}}", file: "x").fetch.timeout == timeout)
    }

    @Test func `the environment fills values in`() throws {
        let yaml = """
            name: ${WHO}s-$$5-$x
            source: {folder: {path: "${HOME}/${WHO}"}}
            colors: {palette: "${N}"}
            """
        let environment = ["WHO": "cat", "HOME": "/h:{", "N": "7"]
        let spec = try PipelineSpec(yaml: yaml, file: "x", environment: environment)
        #expect(spec.name == "cats-$5-$x")
        #expect(spec.sources == [.folder(SourceSpec.Folder(path: "/h:{/cat"))])
        #expect(spec.colors.palette == 7)
    }

    @Test func `the command line has the last word`() throws {
        let yaml = "{sources: [{folder: {path: a}}, {list: {path: b}}], dedup: {maxDistance: 4}}"
        let overrides = [
            "dedup.maxDistance=9", "dedup.keep=[path, bytes]", "sources.0.folder.path=c=d", "output.directory=out",
            "dedup.maxDistance=10", "name=${x}",
        ]
        let spec = try PipelineSpec(yaml: yaml, file: "x", overrides: overrides)
        #expect(spec.dedup.maximumDistance == 10)
        #expect(spec.dedup.keep == [.path, .bytes])
        #expect(spec.sources.first == .folder(SourceSpec.Folder(path: "c=d")))
        #expect(spec.output.directory == "out")
        #expect(spec.name == "${x}")
    }

    @Test func `an override can take a value away`() throws {
        let yaml = "{source: stdin, colors: {palette: 3}}"
        #expect(try PipelineSpec(yaml: yaml, file: "x", overrides: ["colors.palette="]).colors.palette == 14)
    }
}
