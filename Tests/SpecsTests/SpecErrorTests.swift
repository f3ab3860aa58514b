import Specs
import Testing

/// The message for a file `x.yaml`, or nothing when it is read.
private func message(_ yaml: String, environment: [String: String] = [:], overrides: [String] = []) -> String {
    do throws(SpecError) {
        _ = try PipelineSpec(yaml: yaml, file: "x.yaml", environment: environment, overrides: overrides)
        return ""
    } catch {
        return error.description
    }
}

private let sections = "name, source, sources, fetch, decode, fingerprint, colors, check, dedup, output"

struct SpecErrorTests {
    @Test func `an error carries place, path, expectation and suggestion`() {
        let yaml = "source: stdin\ndedup:\n  maxDistanse: 4\n"
        let problem = SpecProblem(
            place: .file(line: 3, column: 3), keyPath: "dedup.maxDistanse",
            fault: .unknownKey(known: ["maxDistance", "keep", "reach", "cluster"], suggestion: "maxDistance"))
        #expect(throws: SpecError.invalid(file: "x.yaml", problems: [problem])) {
            try PipelineSpec(yaml: yaml, file: "x.yaml")
        }
    }

    @Test(arguments: [
        (
            "source: stdin\nfetsh: {}",
            "x.yaml:2:1: fetsh: unknown key (did you mean fetch?), expected \(sections)"
        ),
        (
            "source: stdin\nthumbnails: {}", "x.yaml:2:1: thumbnails: unknown key, expected \(sections)"
        ),
        (
            "source: stdin\ndecode: {max_pixels: 4}",
            "x.yaml:2:10: decode.max_pixels: unknown key (did you mean maxPixels?), expected maxPixels, maxFrames, "
                + "maxBytes, acceptTruncated, exact"
        ),
        (
            "source: stdin\ncolors: {palette: many}",
            "x.yaml:2:19: colors.palette: expected a number from 2 to 20, found \"many\""
        ),
        (
            "source: stdin\ncolors: {palette: 21}",
            "x.yaml:2:19: colors.palette: expected a number from 2 to 20, found \"21\""
        ),
        (
            "source: stdin\ncolors: [palette]", "x.yaml:2:9: colors: expected a mapping, found a list"
        ),
        (
            "source: stdin\nfingerprint: {orientations: miror}",
            "x.yaml:2:29: fingerprint.orientations: expected none, mirror, all, found \"miror\" (did you mean mirror?)"
        ),
        (
            "source: stdin\ndecode: {acceptTruncated: yes}",
            "x.yaml:2:27: decode.acceptTruncated: expected true or false, found \"yes\""
        ),
        (
            "source: stdin\ndecode: {maxBytes: 64MB}",
            "x.yaml:2:20: decode.maxBytes: expected a size from 1 to 68719476736, such as 64M (1M is 1024 x 1024), "
                + "found \"64MB\""
        ),
        (
            "source: stdin\ndecode: {maxPixels: 99999999999999999999G}",
            "x.yaml:2:21: decode.maxPixels: expected a size from 1 to 10000000000, such as 100M (millions), "
                + "found \"99999999999999999999G\""
        ),
        (
            "source: stdin\nfetch: {timeout: 30}",
            "x.yaml:2:18: fetch.timeout: expected a time from 100ms to 1h, such as 30s, found \"30\""
        ),
        (
            "source: stdin\ndedup: {keep: [pixels, size]}",
            "x.yaml:2:24: dedup.keep[1]: expected reference, pixels, detail, lossless, quality, metadata, bytes, path, "
                + "found \"size\""
        ),
        (
            "source: stdin\ndedup: {keep: [path, path]}",
            "x.yaml:2:9: dedup.keep: the same word stands twice in the list"
        ),
        (
            "source: stdin\noutput: {directory: [a]}", "x.yaml:2:21: output.directory: expected a text, found a list"
        ),
    ])
    func `a wrong key or value is named with its place`(yaml: String, expected: String) {
        #expect(message(yaml) == expected)
    }

    @Test(arguments: [
        ("{}", "x.yaml:1:1: source: missing, expected a source, such as {folder: {path: pictures}}"),
        ("source:", "x.yaml:1:1: source: missing, expected a source, such as {folder: {path: pictures}}"),
        (
            "source: stdin\nsources: [stdin]", "x.yaml:2:1: sources: stands next to source, expected one of them"
        ),
        ("sources: []", "x.yaml:1:10: sources: expected a list of sources, found a list"),
        ("sources: {stdin: {}}", "x.yaml:1:10: sources: expected a list of sources, found a mapping"),
        ("sources: [stdin, stdin]", "x.yaml:1:1: sources: stdin can be read only once"),
        (
            "source: pictures",
            "x.yaml:1:9: source: expected a source, such as {folder: {path: pictures}}, found \"pictures\""
        ),
        (
            "source: {foldr: {path: a}}",
            "x.yaml:1:10: source.foldr: unknown key (did you mean folder?), expected folder, list, stdin, nekosia, nekosbest"
        ),
        (
            "source: {folder: {path: a}, list: {path: b}}",
            "x.yaml:1:29: source.list: stands next to folder, expected one kind; several go under sources"
        ),
        (
            "source: {folder: pictures}",
            "x.yaml:1:18: source.folder: expected a mapping, such as {path: pictures}, found \"pictures\""
        ),
        ("source: {folder: {}}", "x.yaml:1:18: source.folder.path: missing, expected the path of a folder"),
        ("source: {folder: {path: }}", "x.yaml:1:25: source.folder.path: expected the path of a folder, found nothing"),
        ("source: {list: }", "x.yaml:1:10: source.list.path: missing, expected the path of a list"),
        (
            "source: {nekosia: {category: nothing}}",
            "x.yaml:1:20: source.nekosia.category: nothing wants at least one of additionalTags"
        ),
        (
            "source: {nekosia: {category: catgirl, additionalTags: [a, maid], blacklistedTags: [maid]}}",
            "x.yaml:1:66: source.nekosia.blacklistedTags: maid stands in additionalTags too"
        ),
        (
            "source: {nekosia: {category: catgirl, session: ever}}",
            "x.yaml:1:48: source.nekosia.session: expected run, ip, none or {id: <4 to 128 characters>}, found \"ever\""
        ),
        (
            "source: {nekosia: {category: catgirl, session: {id: a_bcd}}}",
            "x.yaml:1:53: source.nekosia.session.id: expected an identifier of 4 to 128 characters, none of "
                + "!@#$%^&*()_+{}|:\"<>?, found \"a_bcd\""
        ),
        (
            "source: {nekosbest: {category: neko, amount: 21}}",
            "x.yaml:1:46: source.nekosbest.amount: expected a number from 1 to 20 (the terms of nekos.best forbid bulk "
                + "download: at most 20 pictures a run), found \"21\""
        ),
        (
            "source: {nekosbest: {category: neko, url: example.com, amount: 30}}",
            "x.yaml:1:43: source.nekosbest.url: expected an http(s) URL such as http://127.0.0.1:8080/api/v1, "
                + "found \"example.com\""
        ),
        (
            "source: {nekosbest: {amount: 2}}",
            "x.yaml:1:21: source.nekosbest.category: missing, expected a category, or search with a text"
        ),
        (
            "source: {nekosbest: {category: neko, type: gif}}",
            "x.yaml:1:38: source.nekosbest.type: only a search has a type; a category has its own"
        ),
    ])
    func `an impossible source is named with its place`(yaml: String, expected: String) {
        #expect(message(yaml) == expected)
    }

    @Test func `all problems are reported, in the order of the file`() {
        let yaml = """
            colours: {palette: 3}
            source: {folder: {path: a, recursiv: true}}
            dedup: {maxDistance: -1}
            check: {metadata: fatal}
            """
        let expected = """
            x.yaml:1:1: colours: unknown key (did you mean colors?), expected \(sections)
            x.yaml:2:28: source.folder.recursiv: unknown key (did you mean recursive?), \
            expected path, include, exclude, recursive
            x.yaml:3:22: dedup.maxDistance: expected a number from 0 to 128, found "-1"
            x.yaml:4:19: check.metadata: expected error, warning, ignore, found "fatal"
            """
        #expect(message(yaml) == expected)
    }

    @Test(arguments: [
        ("", "x.yaml:1:1: nothing here, expected a pipeline"),
        ("# only\n", "x.yaml:1:1: nothing here, expected a pipeline"),
        ("[1]", "x.yaml:1:1: expected a mapping, such as source: {folder: {path: pictures}}, found a list"),
        ("source: {folder", "x.yaml:2:1: while parsing a flow mapping in line 1: did not find expected ',' or '}'"),
        ("a: 1\na: 2", "x.yaml:1:1: a: the key stands twice"),
        ("? [a]\n: b", "x.yaml:1:3: expected a key, found a list or a mapping"),
        (
            "source: stdin\n---\nsource: stdin",
            "x.yaml:2:1: expected a single document in the stream in line 1: but found another document"
        ),
        ("a: \u{1}", "x.yaml:1:4: control characters are not allowed"),
        ("x: *y", "x.yaml:1:4: anchors (&) and aliases (*) are not read; a text that begins with one goes in quotes"),
        ("x: &y 1", "x.yaml:1:4: anchors (&) and aliases (*) are not read; a text that begins with one goes in quotes"),
    ])
    func `what is no pipeline file is refused with its place`(yaml: String, expected: String) {
        #expect(message(yaml) == expected)
    }

    @Test(arguments: [
        ("name: ${NOBODY}", "x.yaml:1:7: name: the environment has no NOBODY; $$ writes a dollar sign"),
        ("name: ${}", "x.yaml:1:7: name: expected ${NAME}; $$ writes a dollar sign"),
        ("name: ${A", "x.yaml:1:7: name: expected ${NAME}; $$ writes a dollar sign"),
        ("name: ${1A}", "x.yaml:1:7: name: expected ${NAME}; $$ writes a dollar sign"),
        (
            "dedup: {keep: [\"${A}\"]}\nname: ${B}",
            "x.yaml:1:16: dedup.keep[0]: the environment has no A; $$ writes a dollar sign\n"
                + "x.yaml:2:7: name: the environment has no B; $$ writes a dollar sign"
        ),
    ])
    func `a variable that is not there is an error`(yaml: String, expected: String) {
        #expect(message(yaml) == expected)
    }

    @Test(arguments: [
        ("dedup", "--set dedup: expected --set key.path=value"), ("=1", "--set =1: expected --set key.path=value"),
        ("a..b=1", "--set a..b=1: expected --set key.path=value"),
        (
            "dedup.maxDistance=far",
            "--set dedup.maxDistance=far: dedup.maxDistance: expected a number from 0 to 128, found \"far\""
        ),
        (
            "dedup.maxDistanse=4",
            "--set dedup.maxDistanse=4: dedup.maxDistanse: unknown key (did you mean maxDistance?), "
                + "expected maxDistance, keep, reach, cluster"
        ),
        ("name.first=4", "--set name.first=4: name: expected a mapping, found \"n\""),
        ("dedup.keep.1=path", "--set dedup.keep.1=path: dedup.keep.1: expected a number from 0 to 0, found \"1\""),
        ("dedup.keep=[", "--set dedup.keep=[: while parsing a flow node in line 2: did not find expected node content"),
    ])
    func `an error of the command line names the flag`(override: String, expected: String) {
        #expect(message("{name: n, source: stdin, dedup: {keep: [bytes]}}", overrides: [override]) == expected)
    }
}
