import Files
import Foundation
import Sourcing
import TestSupport
import Testing

@Suite struct ContentStoreTests {
    let folder: TemporaryFolder
    let store: ContentStore
    let abc: [UInt8] = Array("abc".utf8)
    let digits = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    init() throws {
        folder = try TemporaryFolder()
        store = ContentStore(folder: folder.path("images"))
    }

    @Test func `digests are those of FIPS 180`() throws {
        #expect(ContentDigest(of: abc.span).hexadecimal == digits)
        let empty: [UInt8] = []
        let ofNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(ContentDigest(of: empty.span).description == ofNothing)
        var hasher = ContentHasher()
        for byte in abc { hasher.take([byte].span) }
        #expect(hasher.finish() == ContentDigest(of: abc.span))
    }

    @Test func `digests are read back and sorted as their digits`() throws {
        #expect(ContentDigest(hexadecimal: digits.uppercased()) == ContentDigest(of: abc.span))
        for wrong in ["", String(digits.dropLast()), digits + "0", String(digits.dropLast()) + "g"] {
            #expect(ContentDigest(hexadecimal: wrong) == nil)
        }
        let all = (0..<50).map { ContentDigest(of: [UInt8($0)].span) }
        #expect(all.sorted().map(\.hexadecimal) == all.map(\.hexadecimal).sorted())
    }

    @Test func `bytes are stored under their digest and once`() throws {
        let digest = ContentDigest(of: abc.span)
        #expect(!store.contains(digest, fileExtension: "png"))
        let name = try store.store(abc.span, digest: digest, fileExtension: "png")
        #expect(name == "ba/\(digits).png")
        #expect(store.contains(digest, fileExtension: "png"))
        #expect(store.path(of: digest, fileExtension: "png") == folder.path("images/" + name))
        let before = try FileManager.default.attributesOfItem(atPath: folder.path("images/" + name))
        #expect(try store.store(abc.span, digest: digest, fileExtension: "png") == name)
        let after = try FileManager.default.attributesOfItem(atPath: folder.path("images/" + name))
        #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
        #expect(try Data(contentsOf: URL(filePath: folder.path("images/" + name))) == Data(abc))
        #expect(try folder.names() == ["images", "images/.incoming", "images/ba", "images/" + name])
    }

    @Test func `a damaged file is replaced`() throws {
        let digest = ContentDigest(of: abc.span)
        try folder.write([1], to: "images/ba/\(digits).png")
        let name = try store.store(abc.span, digest: digest, fileExtension: "png")
        #expect(try Data(contentsOf: URL(filePath: folder.path("images/" + name))) == Data(abc))
    }

    @Test func `a fetched file is moved to its place, and removed when it is there already`() throws {
        for _ in 0..<2 {
            let path = try store.incomingFolder() + "/fetched"
            try Data(abc).write(to: URL(filePath: path))
            let fetched = FetchedFile(path: path, bytes: 3, digest: ContentDigest(of: abc.span))
            #expect(try store.adopt(fetched, fileExtension: "gif") == "ba/\(digits).gif")
            #expect(!FileManager.default.fileExists(atPath: path))
        }
        #expect(store.contains(ContentDigest(of: abc.span), fileExtension: "gif"))
    }

    @Test func `leftovers are removed and a store without any is fine`() throws {
        try store.removeLeftovers()
        let incoming = try store.incomingFolder()
        try Data(abc).write(to: URL(filePath: incoming + "/1-2"))
        try store.removeLeftovers()
        #expect(try folder.names() == ["images", "images/.incoming"])
    }

    @Test func `a store that cannot be written is a typed error`() throws {
        try folder.add("images")
        let digest = ContentDigest(of: abc.span)
        #expect(throws: StoreError.folder(SystemError(number: ENOTDIR))) {
            try store.store(abc.span, digest: digest, fileExtension: "png")
        }
    }
}
