extension PipelineSpec {
    /// The spec that the text of a pipeline file describes.
    ///
    /// - Parameters:
    ///   - file: The file's name for messages, from which the pipeline's name is taken when the text has none.
    ///   - environment: What `${NAME}` stands for.
    ///   - overrides: `key.path=value` from the command line, applied in order before anything is validated.
    /// - Throws: `SpecError.invalid` with every problem that was found.
    public init(
        yaml: String, file: String, environment: [String: String] = [:], overrides: [String] = []
    ) throws(SpecError) {
        var tree: SpecTree
        var problems: [SpecProblem]
        do throws(SpecProblem) {
            (tree, problems) = try SpecTree(yaml: yaml).substituting(environment)
        } catch {
            throw .invalid(file: file, problems: [error])
        }
        for override in overrides {
            do throws(SpecProblem) { try tree.apply(override) } catch { problems.append(error) }
        }
        // What could not be substituted or set would be found wrong a second time below.
        guard problems.isEmpty else { throw .invalid(file: file, problems: problems) }
        var reader = MappingReader(tree, expected: "a mapping, such as source: {folder: {path: pictures}}")
        let isMapping = reader.problems.isEmpty
        let base = file.split(separator: "/").last.map(String.init) ?? file
        let spec = PipelineSpec(&reader, name: base.split(separator: ".").first.map(String.init) ?? base)
        if isMapping { reader.finish() }
        problems = isMapping ? reader.problems : Array(reader.problems.prefix(1))
        guard problems.isEmpty else { throw .invalid(file: file, problems: Self.sorted(problems)) }
        self = spec
    }

    private init(_ reader: inout MappingReader, name: String) {
        self.init(name: reader.text("name") ?? name, sources: SourceSpec.sources(&reader))
        fetch = reader.mapping("fetch") { FetchSpec(&$0) }
        decode = reader.mapping("decode") { DecodeSpec(&$0) }
        fingerprint = reader.mapping("fingerprint") { FingerprintSpec(&$0) }
        colors = reader.mapping("colors") { ColorSpec(&$0) }
        check = reader.mapping("check") { CheckSpec(&$0) }
        dedup = reader.mapping("dedup") { DedupSpec(&$0) }
        output = reader.mapping("output") { OutputSpec(&$0) }
    }

    /// In the order of the file, the command line behind it.
    private static func sorted(_ problems: [SpecProblem]) -> [SpecProblem] {
        func key(_ problem: SpecProblem) -> (Int, Int) {
            if case .file(let line, let column) = problem.place { (line, column) } else { (.max, 0) }
        }
        return problems.enumerated().sorted {
            let (a, b) = (key($0.element), key($1.element))
            return a == b ? $0.offset < $1.offset : a < b
        }.map(\.element)
    }
}

extension FetchSpec {
    init(_ reader: inout MappingReader) {
        concurrency = reader.integer("concurrency", in: 1...64) ?? concurrency
        retries = reader.integer("retries", in: 0...20) ?? retries
        timeout =
            reader.duration(
                "timeout", in: .milliseconds(100)...(.seconds(3600)), expected: "a time from 100ms to 1h, such as 30s")
            ?? timeout
    }
}

extension DecodeSpec {
    init(_ reader: inout MappingReader) {
        maximumPixels =
            reader.size("maxPixels", step: 1000, in: 1...10_000_000_000, example: "100M (millions)") ?? maximumPixels
        maximumFrames = reader.integer("maxFrames", in: 1...1_000_000) ?? maximumFrames
        maximumBytes =
            reader.size("maxBytes", step: 1024, in: 1...(64 << 30), example: "64M (1M is 1024 x 1024)") ?? maximumBytes
        acceptsTruncated = reader.flag("acceptTruncated") ?? acceptsTruncated
        isExact = reader.flag("exact") ?? isExact
    }
}

extension FingerprintSpec {
    init(_ reader: inout MappingReader) {
        orientations = reader.choice("orientations") ?? orientations
        animations = reader.choice("animations") ?? animations
    }
}

extension ColorSpec {
    init(_ reader: inout MappingReader) { palette = reader.integer("palette", in: 2...20) ?? palette }
}

extension CheckSpec {
    init(_ reader: inout MappingReader) {
        metadata = reader.choice("metadata") ?? metadata
        palette = reader.choice("palette") ?? palette
    }
}

extension DedupSpec {
    init(_ reader: inout MappingReader) {
        maximumDistance = reader.integer("maxDistance", in: 0...128) ?? maximumDistance
        keep = reader.choices("keep") ?? keep
        reach = reader.choice("reach") ?? reach
        cluster = reader.choice("cluster") ?? cluster
    }
}

extension OutputSpec {
    init(_ reader: inout MappingReader) {
        directory = reader.text("directory")
        images = reader.choice("images") ?? images
    }
}
