import JSONText
import Catalogs
import Foundation
import JSONText
import Manifests
import Serving
import TestSupport
import Testing

@Suite struct SessionTests {
    /// 60 pictures: 20 groups of a keeper and a duplicate, and 20 that are alone. Every third one is a foxgirl.
    private static let records = (0..<60).map { index in
        let category = index % 3 == 0 ? "foxgirl" : "catgirl"
        let record = Records.tagged("p\(index)", category, [category])
        return index < 40 ? Records.grouped(record, index / 2, index % 2 == 0 ? .duplicate : .keeper) : record
    }
    /// How many different pictures there are, copies not counted.
    private static let different = 40

    private let scene: Scene

    init() throws { scene = try Scene(Self.records) }

    /// The kin of the pictures that one request is offered.
    private func kin(_ service: PictureService, _ question: String) async throws -> [Int] {
        let answer = await service.get("/api/v1/images/\(question)")
        let ids = try answer.json().value("images") == nil ? [answer.json().required("id")] : answer.ids()
        return try ids.map { id in service.shelf.kin[try #require(service.shelf.index(identifier: id))] }
    }

    @Test(arguments: [1, 7, 20]) func `nothing comes twice, nor a copy of it, until all was seen; then all again`(
        count: Int
    ) async throws {
        let service = try scene.service()
        for _ in 0..<3 {
            var seen: Set<Int> = []
            while seen.count < Self.different {
                let next = try await kin(service, "random?session=id&id=abcd&count=\(count)")
                #expect(next.count == min(count, Self.different - seen.count))
                #expect(seen.isDisjoint(with: next) && Set(next).count == next.count)
                seen.formUnion(next)
            }
        }
    }

    @Test func `of copies, the one that is kept is offered, if it matches`() async throws {
        let service = try scene.service()
        let ids = try await service.get("/api/v1/images/random?session=ip&count=20").ids()
        for id in ids { #expect(service.shelf.isKept[try #require(service.shelf.index(identifier: id))]) }
    }

    @Test func `an exhausted question starts over, and others go on`() async throws {
        let service = try scene.service()
        var foxgirls: [Int] = []
        for _ in 0..<2 { foxgirls += try await kin(service, "foxgirl?session=id&id=abcd&count=20") }
        #expect(foxgirls.count == Set(service.shelf.pictures(under: "foxgirl").map { service.shelf.kin[$0] }).count * 2)
        // All foxgirls were seen again, so that only what has no foxgirl among its copies is left.
        var rest: [Int] = []
        while rest.count < Self.different - foxgirls.count / 2 {
            rest += try await kin(service, "random?session=id&id=abcd&count=20")
        }
        #expect(Set(rest).isDisjoint(with: foxgirls) && Set(rest).count == rest.count)
    }

    @Test func `holders do not know of each other`() async throws {
        let service = try scene.service()
        let first = try await kin(service, "random?session=id&id=abcd&count=20")
        let second = try await kin(service, "random?session=id&id=abce&count=20")
        let third = try await kin(service, "random?session=ip&count=20")
        #expect(!Set(first).isDisjoint(with: second) && !Set(first).isDisjoint(with: third))
        // An identifier that spells an address is not that address.
        let fourth = try await kin(service, "random?session=id&id=127.0.0.1&count=20")
        #expect(fourth.count == 20)
    }

    @Test func `a session goes on after a restart, and is over after seven days`() async throws {
        let clock = HandClock()
        let first = try await kin(scene.service(clock: clock), "random?session=id&id=abcd&count=20")
        clock.advance(by: SessionStore.lifetime - 1)
        let second = try await kin(scene.service(clock: clock, seed: 2), "random?session=id&id=abcd&count=20")
        #expect(Set(first).isDisjoint(with: second) && first.count + second.count == Self.different)
        clock.advance(by: SessionStore.lifetime)
        let third = try await kin(scene.service(clock: clock, seed: 3), "random?session=id&id=abcd&count=20")
        #expect(third.count == 20 && Set(third) != Set(first))
    }

    @Test func `nobody's identifier stands in the file`() async throws {
        let service = try scene.service()
        _ = try await kin(service, "random?session=id&id=a-very-secret-name")
        _ = try await kin(service, "random?session=ip")
        for name in try scene.folder.names() where name.contains("sessions.sqlite") {
            let bytes = String(decoding: try scene.folder.bytes(of: name), as: UTF8.self)
            #expect(!bytes.contains("secret") && !bytes.contains("127.0.0.1"))
        }
    }

    @Test func `where sessions cannot be kept, only questions without one are answered`() async throws {
        let store = try SessionStore(folder: scene.folder.path)
        try store.close()
        let service = PictureService(
            shelf: try Shelf(folder: scene.folder.path), folder: scene.folder.path, sessions: store)
        let refused = await service.get("/api/v1/images/random?session=ip")
        #expect(refused.status == 503)
        #expect(try refused.json().string("message") == "Sessions cannot be kept at the moment.")
        #expect(await service.get("/api/v1/images/random").status == 200)
    }

    @Test func `the same seed draws the same pictures, another draws others`() async throws {
        let question = "/api/v1/images/random?count=20"
        let first = try await scene.service(seed: 5).get(question).text
        #expect(try await scene.service(seed: 5).get(question).text == first)
        #expect(try await scene.service(seed: 6).get(question).text != first)
    }

    @Test func `sessions hold when many ask at once, and after a restart in between`() async throws {
        // Line 4 of what serving must show, with a tenth of the requests; the benchmark has all of them over HTTP.
        let holders = 50
        var seen = [[Int]](repeating: [], count: holders)
        for round in 0..<2 {
            let service = try scene.service(seed: UInt64(round))
            try await withThrowingTaskGroup(of: (Int, [Int]).self) { group in
                for request in 0..<500 {
                    let holder = request % holders
                    group.addTask { (holder, try await kin(service, "random?session=id&id=holder-\(holder)")) }
                }
                for try await (holder, kin) in group { seen[holder] += kin }
            }
        }
        // Twenty requests each: none of the forty pictures twice. Then the rest, and all of them again.
        for kin in seen { #expect(kin.count == 20 && Set(kin).count == 20) }
        let service = try scene.service(seed: 9)
        for round in 0..<2 {
            var rest = round == 0 ? Set(seen[7]) : []
            while rest.count < Self.different {
                let next = try await kin(service, "random?session=id&id=holder-7&count=20")
                #expect(rest.isDisjoint(with: next))
                rest.formUnion(next)
            }
        }
    }
}
