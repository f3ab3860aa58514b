import Foundation
import Manifests
import Serving
import TestSupport
import Testing

@Suite struct ShelfTests {
    private func shelf(_ records: [ManifestRecord]) throws -> Shelf {
        let scene = try Scene(records)
        return try Shelf(folder: scene.folder.path)
    }

    @Test func `a picture has the first 24 digits of its digest as its id, and a UUID of our own as its name`() throws {
        let scene = try Scene([Records.plain("a.png")])
        let shelf = try Shelf(folder: scene.folder.path)
        let digest = try #require(scene.records[0].file?.sha256)
        let picture = shelf.pictures[0]
        #expect(picture.identifier == String(digest.prefix(24)))
        #expect(UUID(uuidString: picture.name) != nil)
        // RFC 9562: the version 8, the variant 10 in binary.
        let digits = Array(picture.name)
        #expect(digits[14] == "8" && "89ab".contains(digits[19]))
        #expect(picture.name.prefix(8) == digest.prefix(8))
        #expect(shelf.index(identifier: picture.identifier) == 0 && shelf.index(fileName: picture.name) == 0)
    }

    @Test func `copies of one file have ids of their own, the same after every start`() throws {
        let records = ["a", "b", "c"].map { name in
            var record = Records.plain(name)
            record.fileName = "same.png"
            return record
        }
        let first = try shelf(records)
        #expect(Set(first.pictures.map(\.identifier)).count == 3)
        #expect(Set(first.pictures.map(\.name)).count == 3)
        #expect(first.kin == [0, 0, 0])
        #expect(try shelf(records).pictures.map(\.identifier) == first.pictures.map(\.identifier))
    }

    @Test func `what the services call their pictures stays`() throws {
        let uuid = "d97564e0-a0f0-4afa-a77d-86f40790d1df"
        let shelf = try shelf([Records.nekosia(7), Records.nekosBest(uuid, "husbando")])
        #expect(shelf.pictures[0].identifier == "000000000000000000000007")
        #expect(shelf.pictures[1].name == uuid)
    }

    @Test(arguments: [[0, 1], [1, 0]]) func `two forms of a Nekosia picture are one picture, in either order`(
        order: [Int]
    ) throws {
        let forms = [Records.nekosia(7), Records.nekosia(7, variant: "compressed")]
        let shelf = try shelf(order.map { forms[$0] } + [Records.nekosia(8)])
        #expect(shelf.pictures.count == 2)
        #expect(shelf.pictures[0].original.format == "png")
        #expect(shelf.pictures[0].compressed?.format == "jpeg")
        #expect(shelf.pictures[1].compressed == nil)
    }

    @Test func `a compressed form alone is the original too`() throws {
        let picture = try shelf([Records.nekosia(7, variant: "compressed")]).pictures[0]
        #expect(picture.original == picture.compressed)
    }

    @Test func `declared facts stand before decoded ones, one by one`() throws {
        var record = Records.nekosia(7)
        record.declared = Declaration(width: 1, colors: Declaration.Colors(palette: ["#000000"]))
        let picture = try shelf([record]).pictures[0]
        #expect(picture.original.facts.width == 1 && picture.original.facts.height == 480)
        #expect(picture.original.facts.bytes == 4096 && picture.original.facts.fileExtension == "png")
        #expect(picture.mainColor == "#102030" && picture.palette == ["#000000"])
    }

    @Test(
        arguments: [
            ("maid", ["catgirl"], "maid"), (nil, ["catgirl"], "catgirl"), (nil, [], "uncategorized"),
            ("..", ["a/b", "ok"], "ok"), ("", [], "uncategorized"), ("search", ["endpoints"], "uncategorized"),
            ("猫 耳", [], "猫 耳"),
        ] as [(String?, [String], String)])
    func `a picture stands in its category, else under its first tag`(
        category: String?, tags: [String], expected: String
    ) throws {
        #expect(try shelf([Records.tagged("a", category, tags)]).pictures[0].category == expected)
    }

    @Test func `duplicates are kin, alternates are not`() throws {
        let shelf = try shelf([
            Records.grouped(Records.plain("a"), 1, .duplicate), Records.grouped(Records.plain("b"), 2, .keeper),
            Records.grouped(Records.plain("c"), 1, .keeper), Records.grouped(Records.plain("d"), 1, .alternate),
            Records.plain("e"),
        ])
        #expect(shelf.kin == [0, 1, 0, 3, 4])
        #expect(shelf.isKept == [false, true, true, true, true])
    }

    @Test func `failed lines and missing files are not there`() throws {
        var failed = Records.plain("a")
        failed.error = ErrorSection(stage: "decode", code: "truncated", message: "x")
        let scene = try Scene([failed, Records.plain("b"), Records.plain("c"), Records.plain("d")])
        try FileManager.default.removeItem(atPath: scene.folder.path("c"))
        try scene.folder.write([1, 2, 3], to: "d")
        let shelf = try Shelf(folder: scene.folder.path)
        #expect(shelf.pictures.map { $0.original.path.suffix(1) } == ["b"])
        #expect(shelf.missing == 2)
    }

    @Test func `lines of somebody else that would lead elsewhere are not there`() throws {
        let scene = try Scene([Records.plain("a"), Records.plain("b"), Records.plain("c"), Records.plain("d")])
        var records = scene.records
        records[0].file?.sha256 = "../../../\(scene.folder.url.lastPathComponent)/x"
        records[1].file?.format = "png/../../x"
        records[2].fileName = "c\0"
        records[3].image = ImageSection(width: .max, height: .max)
        let shelf = Shelf(records, folder: scene.folder.path)
        #expect(shelf.pictures.count == 1 && shelf.missing == 3)
        let picture = shelf.pictures[0].original
        #expect(CompressedMaker.height(forWidth: picture.width, height: picture.height) == 1)
    }

    @Test func `a folder without a manifest says what to do, a wrong line where it is`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ShelfError.noDataset(folder: folder.path)) { try Shelf(folder: folder.path) }
        try folder.write(Array("{\"schema\":\"x\"}\n".utf8), to: "manifest.jsonl")
        let path = folder.path("manifest.jsonl")
        let expected = ManifestError.wrongSchema(line: 1, expected: "pawprint.image/1", found: "x")
        #expect(throws: ShelfError.manifest(path: path, expected)) { try Shelf(folder: folder.path) }
    }
}
