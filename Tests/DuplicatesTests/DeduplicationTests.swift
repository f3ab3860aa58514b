import Duplicates
import Randomness
import Testing

@Suite struct DeduplicationTests {
    /// Three scenes with copies, an alternate and a stranger.
    private static let family: [Picture] = {
        let scenes = [Scene(seed: 1), Scene(seed: 2), Scene(seed: 3)]
        var pictures: [Picture] = []
        for (index, scene) in scenes.enumerated() {
            pictures.append(scene.picture(path: "\(index)/original"))
            pictures.append(scene.damaged(by: 5).picture(path: "\(index)/damaged"))
            pictures.append(scene.resized(width: 160, height: 120).picture(path: "\(index)/small"))
            pictures.append(scene.edited(x: 80, y: 60, size: 18).picture(path: "\(index)/alternate"))
            pictures.append(scene.picture(path: "\(index)/original copy", digest: "digest of \(index)/original"))
        }
        pictures.append(Scene(seed: 9).picture(path: "stranger"))
        for ticket in pictures.indices {
            pictures[ticket].ticket = ticket
            pictures[ticket].isLossless = pictures[ticket].path.contains("original")
        }
        return pictures
    }()

    @Test func `copies are grouped and alternates stand beside`() throws {
        let pictures = Self.family
        let result = Deduplication(of: pictures)
        try #require(result.groups.count == 3 && result.groups.allSatisfy { $0.members.count == 3 })
        for (index, group) in result.groups.enumerated() {
            #expect(pictures[group.keeper].path == "\(index)/original")
            #expect(
                group.members.map { pictures[$0.index].path } == [
                    "\(index)/damaged", "\(index)/small", "\(index)/original copy",
                ])
            #expect(group.members.map(\.relation) == [.reencoded, .resized, .identical])
            #expect(group.members[1].reason == "fewer pixels: 160x120 against 256x192")
            #expect(group.alternates.map { pictures[$0.index].path } == ["\(index)/alternate"])
            #expect(group.guarantee.relations == [.identical, .reencoded, .resized])
            #expect(group.guarantee.largestDistance == group.members.map(\.distance).max())
            #expect(group.id == "digest of \(index)/damaged")
        }
        #expect(result.kinships.count == 3)
    }

    @Test func `the order of the pictures does not matter`() {
        let expected = Self.named(Deduplication(of: Self.family), Self.family)
        var generator = SplitMix64(seed: 77)
        for _ in 0..<3 {
            let shuffled = Self.family.shuffled(using: &generator)
            #expect(Self.named(Deduplication(of: shuffled), shuffled) == expected)
        }
    }

    /// A result with tickets instead of places.
    private static func named(_ result: Deduplication, _ pictures: [Picture]) -> [String] {
        result.groups.map { group in
            let members = group.members.map { "\(pictures[$0.index].ticket) \($0.verdict) \($0.reason)" }
            let alternates = group.alternates.map { "\(pictures[$0.index].ticket) \($0.verdict)" }
            return "\(group.id) \(pictures[group.keeper].ticket) \(group.reason) \(members) \(alternates)"
        } + result.kinships.map { "\(pictures[$0.a].ticket) \(pictures[$0.b].ticket) \($0.verdict)" }
    }

    @Test func `a hundred small steps are not one group`() {
        // Every picture has one more bar than the last, so neighbors differ in little and the ends in everything.
        var scene = Scene(seed: 5)
        let last = Scene(seed: 6)
        var pictures: [Picture] = []
        for step in 0..<100 {
            var name = "00\(step)"
            name.removeFirst(name.count - 3)
            pictures.append(scene.picture(ticket: step, path: name))
            for x in step * 256 / 100..<(step + 1) * 256 / 100 {
                for y in 0..<192 {
                    for channel in 0..<3 {
                        let index = (y * 256 + x) * 4 + channel
                        scene.pixels[index] = last.pixels[index]
                    }
                }
            }
        }
        // Parts would be found among them too, and cost most of the time.
        let result = Deduplication(of: pictures, options: MatchOptions(reach: .whole))
        let sizes = result.groups.map { $0.members.count + 1 }
        #expect((sizes.max() ?? 0) < 50)
        for group in result.groups {
            for member in group.members {
                let direct = PairVerdict.compare(pictures[group.keeper], pictures[member.index], reach: .whole)
                #expect(direct == member.verdict && direct.relation.isDuplicate)
            }
        }
    }

    @Test func `a reference is never dropped`() {
        var pictures = Array(Self.family[0..<5])
        for place in [1, 2, 4] { pictures[place].isReference = true }
        let result = Deduplication(of: pictures)
        let dropped = Set(result.groups.flatMap { $0.members.map(\.index) })
        #expect(dropped == [0])
        #expect(result.groups.map(\.keeper) == [4])
        #expect(result.groups.first?.reason == "belongs to the reference collection")
        // A policy that does not ask for references does not drop them either.
        let other = Deduplication(of: pictures, options: MatchOptions(keep: [.bytes, .path]))
        #expect(other.groups.allSatisfy { group in group.members.allSatisfy { !pictures[$0.index].isReference } })
    }

    @Test func `pictures farther apart than the radius are no candidates`() {
        let pictures = Array(Self.family[0..<3])
        let farthest = PairVerdict.compare(pictures[0], pictures[2]).distance
        #expect(farthest > 0)
        let narrow = Deduplication(of: pictures, options: MatchOptions(maximumDistance: farthest - 1, reach: .whole))
        #expect(!narrow.groups.contains { $0.members.contains { $0.index == 2 } })
    }

    @Test func `flat copies are found by their cells`() {
        func plain(_ level: UInt8, ticket: Int) -> Picture {
            Scene(width: 64, height: 48, pixels: (0..<64 * 48 * 4).map { $0 & 3 == 3 ? 255 : level })
                .picture(ticket: ticket, path: "\(ticket)")
        }
        let pictures = [plain(10, ticket: 0), plain(200, ticket: 1), plain(201, ticket: 2), plain(100, ticket: 3)]
        let result = Deduplication(of: pictures)
        #expect(result.groups.map(\.keeper) == [1])
        #expect(result.groups.first?.members.map(\.index) == [2])
    }

    @Test func `nothing gives nothing`() {
        #expect(Deduplication(of: []).groups.isEmpty)
        #expect(Deduplication(of: [Self.family[0]]).groups.isEmpty)
    }
}
