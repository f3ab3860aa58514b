import Foundation
import Sourcing
import TestSupport
import Testing

@Suite struct FolderSourceTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func source(include: [String] = [], exclude: [String] = [], recursive: Bool = true) throws -> FolderSource {
        try FolderSource(path: folder.path, include: include, exclude: exclude, recursive: recursive)
    }

    @Test func `files are sorted by the bytes of their whole relative paths`() throws {
        try folder.add("b.png", "a/z.png", "a-b.png", "a/b/c.png", "a.png", "B.png", "ä.png", "z.png", "a b.png")
        let expected = ["B.png", "a b.png", "a-b.png", "a.png", "a/b/c.png", "a/z.png", "b.png", "z.png", "ä.png"]
        #expect(try ids(source()) == expected)
    }

    @Test func `every file is listed whatever its name says`() throws {
        try folder.add("noextension", "notes.txt", "x.png")
        let listed = try items(source())
        #expect(listed.map(\.id) == ["noextension", "notes.txt", "x.png"])
        #expect(listed.map(\.kind) == ["folder", "folder", "folder"])
        #expect(listed[2].locator == .file(path: folder.path("x.png")))
    }

    @Test func `composed and decomposed accents are two files`() throws {
        try folder.add("e\u{301}.png", "\u{e9}.png")
        let listed = try items(source())
        #expect(listed.count == 2)
        #expect(Set(listed).count == 2)
        #expect(listed.map { Array($0.id.utf8) } == [Array("e\u{301}.png".utf8), Array("\u{e9}.png".utf8)])
    }

    @Test func `hidden files and the dataset's own folder are skipped`() throws {
        try folder.add(".hidden.png", ".pawprint/catalog", "a/.DS_Store", "a/b.png")
        #expect(try ids(source()) == ["a/b.png"])
    }

    @Test func `a folder that is named by a hidden path is read all the same`() throws {
        try folder.add(".pictures/a.png")
        #expect(try ids(FolderSource(path: folder.path(".pictures"))) == ["a.png"])
    }

    @Test(.enabled(if: isCaseOfBytes)) func `a name that is no UTF-8 is listed and can be read`() throws {
        try folder.touch([0x61, 0xFF, 0x25, 0xC3, 0xA9])
        let listed = try items(source())
        #expect(listed.map(\.id) == ["a%FF%25é"])
        let locator = try #require(listed.first?.locator)
        #expect(locator == .rawFile(path: Array(folder.path.utf8) + [0x2F, 0x61, 0xFF, 0x25, 0xC3, 0xA9]))
        var reader = FileReader()
        try reader.read(locator)
        #expect(reader.count == 0)
    }

    /// macOS refuses such names.
    static var isCaseOfBytes: Bool {
        #if os(macOS)
            false
        #else
            true
        #endif
    }

    @Test func `only the folder itself is read when it is not recursive`() throws {
        try folder.add("a/b.png", "c.png")
        try folder.link("linked", to: "a")
        #expect(try ids(source(recursive: false)) == ["c.png"])
    }

    @Test func `patterns choose files and leave folders out`() throws {
        try folder.add("a.png", "a.txt", "raw/b.png", "raw/c.jpg", "thumbs/a.png", "x/thumbs/b.png", "x/y/d.jpeg")
        #expect(try ids(source(include: ["*.png"])) == ["a.png", "raw/b.png", "thumbs/a.png", "x/thumbs/b.png"])
        #expect(
            try ids(source(include: ["*.{png,jp*g}"], exclude: ["thumbs"])) == [
                "a.png", "raw/b.png", "raw/c.jpg", "x/y/d.jpeg",
            ])
        #expect(try ids(source(include: ["raw/"])) == ["raw/b.png", "raw/c.jpg"])
        #expect(try ids(source(include: ["/*"])) == ["a.png", "a.txt"])
        #expect(try ids(source(exclude: ["**/*.png", "*.txt"])) == ["raw/c.jpg", "x/y/d.jpeg"])
    }

    @Test func `a pattern that cannot be understood is named`() {
        #expect(throws: SourceError.badPattern("[a", .openSet)) {
            try FolderSource(path: "x", include: ["*.png", "[a"])
        }
        #expect(
            "\(SourceError.badPattern("{a", .openBrace))"
                == "pattern '{a': expected '}' to close '{'; write '\\{' for a brace")
    }
}

extension FolderSourceTests {
    @Test func `links that lead in circles end`() throws {
        try folder.add("a/b/c.png")
        try folder.link("a/b/up", to: "..")
        try folder.link("self", to: "self")
        try folder.link("top", to: ".")
        // The link to itself leads to no file; it is listed, and fails when it is read.
        #expect(try ids(source()) == ["a/b/c.png", "self"])
    }

    @Test func `a linked folder is walked once and a real one keeps its own path`() throws {
        let other = try TemporaryFolder()
        try other.add("o.png")
        try folder.add("z/x.png")
        try folder.link("a", to: "z")
        try folder.link("n", to: other.path)
        try folder.link("m", to: other.path)
        #expect(try ids(source()) == ["m/o.png", "z/x.png"])
    }

    @Test func `a link to a folder above shows what is beside, and nothing twice`() throws {
        try folder.add("root/a.png", "beside/b.png")
        try folder.link("root/up", to: "..")
        try folder.link("root/beside", to: "../beside")
        #expect(try ids(FolderSource(path: folder.path("root"))) == ["a.png", "beside/b.png"])
    }

    @Test(.enabled(if: Corpus.exists)) func `every file of the corpus is listed once`() throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: Corpus.root.path).filter { path in
            !path.split(separator: "/").contains { $0.hasPrefix(".") }
                && !Corpus.root.appending(path: path).hasDirectoryPath
        }
        let listed = try ids(FolderSource(path: Corpus.root.path))
        #expect(Set(listed).count == listed.count)
        #expect(Set(listed).isSubset(of: files))
        #expect(listed == listed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(listed.count > 500)
    }

    @Test func `a link to a hidden folder shows what is in it`() throws {
        try folder.add(".store/x.png")
        try folder.link("pictures", to: ".store")
        #expect(try ids(source()) == ["pictures/x.png"])
    }

    @Test func `linked files are listed and so are links to nothing`() throws {
        try folder.add("a.png")
        try folder.link("b.png", to: "a.png")
        try folder.link("c.png", to: "gone.png")
        let listed = try items(source())
        #expect(listed.map(\.id) == ["a.png", "b.png", "c.png"])
        var reader = FileReader()
        #expect(throws: ReadError.missing) { try reader.read(listed[2].locator) }
    }

    @Test func `pipes are no files`() throws {
        try folder.addPipe("pipe")
        #expect(try ids(source()) == [])
    }

    @Test func `a missing folder and a file in its place are typed errors`() throws {
        try folder.add("file")
        let gone = try FolderSource(path: folder.path("gone"))
        #expect(throws: SourceError.missing(path: folder.path("gone"))) { try listing(gone) }
        let file = try FolderSource(path: folder.path("file"))
        #expect(throws: SourceError.notAFolder(path: folder.path("file"))) { try listing(file) }
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func `a folder that may not be read is a problem in its place`() throws {
        try folder.add("a.png", "b/x.png", "c.png")
        try folder.setPermissions(0, of: "b")
        let listed = try ids(source())
        try folder.setPermissions(0o700, of: "b")
        #expect(listed == ["a.png", "! b/: cannot be read: permission denied", "c.png"])
    }

    @Test func `an empty folder lists nothing, again and again`() throws {
        var source = try source()
        #expect(try source.next() == nil)
        #expect(try source.next() == nil)
    }
}
