import Calibration
import Duplicates
import Rasters
import Testing

@Suite struct ChangeTests {
    private let picture = Patches.raster(seed: 1)

    private func made(_ name: String) throws -> Raster {
        let change = try #require(Change.common(.program).first { $0.name == name })
        var chance = Chance(name, seed: 1)
        return try #require(try change.make(picture, &chance))
    }

    @Test func `no two changes share a name, and a copy is no alternate`() {
        let changes = Change.common(.program) + Change.bars + Change.alternates(.program)
        #expect(Set(changes.map(\.name)).count == changes.count)
        for change in changes {
            #expect(change.expected.relations.contains(.alternate) == (change.expected.truth == .alternate))
            #expect((change.group == "alternate") == (change.expected.truth == .alternate))
        }
    }

    @Test func `the program writes JPEGs alone, and what needs another format is left out`() {
        let names = Set(Change.common(.program).map(\.name))
        #expect(names.isSuperset(of: ["jpeg-95", "jpeg-20", "0.5x", "grayscale", "orientation 6"]))
        #expect(names.isDisjoint(with: ["webp-80", "gif-64", "png"]))
        var encoders = Encoders.program
        encoders.webp = encoders.jpeg
        #expect(Change.common(encoders).contains { $0.name == "webp-80" })
    }

    @Test(
        arguments: [
            ("0.25x", 40, 30), ("2.0x", 320, 240), ("0.5x nearest", 80, 60), ("1.3x wide", 208, 120),
            ("0.7x high", 160, 84), ("10 % middle jpeg-80", 144, 108), ("white 10 %", 192, 152),
            ("letterbox 15 %", 160, 156), ("pillarbox 15 %", 208, 120), ("orientation 6", 120, 160),
            ("orientation 2", 160, 120), ("sepia", 160, 120), ("jpeg-20", 160, 120),
        ])
    func `a change has the size that its name says`(name: String, width: Int, height: Int) throws {
        let result = try made(name)
        #expect((result.width, result.height) == (width, height))
        #expect(result != picture)
    }

    @Test func `the same name and seed make the same picture, another seed another`() throws {
        let change = try #require(Change.common(.program).first { $0.name == "noise 12" })
        func sample(_ seed: UInt64) throws -> Raster? {
            try change.sample(of: picture, named: "p", at: (0, 0), seed: seed)?.raster
        }
        #expect(try sample(1) == sample(1))
        #expect(try sample(1) != sample(2))
    }

    @Test func `a negative of a negative, and turns that undo each other, give the picture back`() throws {
        let inverted = try #require(Change.common(.program).first { $0.name == "inverted" })
        var chance = Chance("", seed: 0)
        let once = try #require(try inverted.make(picture, &chance))
        #expect(try inverted.make(once, &chance) == picture)
    }

    @Test func `an alternate differs in a part, and a bar adds rows above`() throws {
        var chance = Chance("bar", seed: 2)
        let barred = try #require(try Change.bars[0].make(picture, &chance))
        #expect(barred.height == 120 + 14)
        #expect(barred.part(0, 14, 160, 120) == picture)
        // Where a flat place would take the place of another, nothing is made.
        let redrawn = try Change.alternates(.program).compactMap { try $0.make(picture, &chance) }
        #expect(!redrawn.isEmpty)
        for alternate in redrawn where alternate.width == 160 {
            let differing = alternate.differingPixels(from: picture)
            #expect(differing > 0 && differing < 160 * 120 / 2)
        }
    }

    @Test func `chance follows from name and seed alone`() {
        var one = Chance("catgirl", seed: 7)
        var same = Chance("catgirl", seed: 7)
        var other = Chance("foxgirl", seed: 7)
        let numbers = (0..<100).map { _ in one.number(2...5) }
        #expect(numbers == (0..<100).map { _ in same.number(2...5) })
        #expect(numbers != (0..<100).map { _ in other.number(2...5) })
        #expect(numbers.allSatisfy { (2...5).contains($0) })
        #expect((0..<100).allSatisfy { _ in (3..<9).contains(one.integer(3..<9)) })
    }
}
