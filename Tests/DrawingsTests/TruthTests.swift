import Foundation
import TestSupport
import Testing

struct TruthTests {
    private struct Truth: Decodable {
        struct File: Decodable { let status: String }
        struct Member: Decodable {
            let file: String
            let relations: [String]
        }
        struct Group: Decodable {
            let original: String
            let members: [Member]
        }
        struct Alternate: Decodable {
            let file: String
            let original: String
        }
        let files: [String: File]
        let groups: [Group]
        let alternates: [Alternate]
    }

    private let truth: Truth

    init() throws {
        truth = try JSONDecoder().decode(Truth.self, from: Data(try Fixtures.file("truth.json")))
    }

    @Test func `every file it names is there, and every picture there is named`() throws {
        var found: Set<String> = []
        for folder in ["good", "crafted", "bad"] {
            let root = Fixtures.root.appending(path: folder)
            for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
                let values = try root.appending(path: path).resourceValues(forKeys: [.isRegularFileKey])
                if values.isRegularFile == true { found.insert(folder + "/" + path) }
            }
        }
        #expect(found == Set(truth.files.keys))
    }

    @Test func `only pictures that can be shown are related`() {
        for group in truth.groups {
            #expect(truth.files[group.original]?.status == "ok")
            for member in group.members {
                #expect(truth.files[member.file]?.status == "ok")
                #expect(!member.relations.isEmpty)
            }
        }
        for alternate in truth.alternates {
            #expect(truth.files[alternate.file]?.status == "ok")
            #expect(truth.files[alternate.original]?.status == "ok")
        }
    }

    @Test func `the relations have the names of the manifest`() {
        let names: Set = [
            "identical", "same-pixels", "reencoded", "resized", "cropped", "recolored", "mirrored", "rotated",
            "still-of",
            "retimed", "alternate", "near",
        ]
        #expect(names.isSuperset(of: truth.groups.flatMap(\.members).flatMap(\.relations)))
    }

    @Test func `identical files have the same bytes`() throws {
        for group in truth.groups {
            for member in group.members where member.relations == ["identical"] {
                #expect(try Fixtures.file(member.file) == Fixtures.file(group.original))
            }
        }
    }
}
