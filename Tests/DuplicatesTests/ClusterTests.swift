import Duplicates
import Testing
import TestSupport

@Suite struct ClusterTests {
    /// Pictures of which each has one more bar of another scene than the last.
    private static let chain: [Picture] = {
        var scene = Scene(seed: 5)
        let last = Scene(seed: 6)
        return (0..<40).map { step in
            let picture = scene.picture(ticket: step, path: "\(100 + step)")
            for x in step * 256 / 100..<(step + 1) * 256 / 100 {
                for y in 0..<192 {
                    for channel in 0..<3 {
                        let index = (y * 256 + x) * 4 + channel
                        scene.pixels[index] = last.pixels[index]
                    }
                }
            }
            return picture
        }
    }()

    private func groups(_ cluster: MatchOptions.Cluster) -> [DuplicateGroup] {
        Deduplication(of: Self.chain, options: MatchOptions(reach: .whole, cluster: cluster)).groups
    }

    @Test func `members of a star are copies of its keeper`() {
        for group in groups(.star) {
            for member in group.members {
                let direct = PairVerdict.compare(Self.chain[group.keeper], Self.chain[member.index], reach: .whole)
                #expect(direct == member.verdict && member.via == nil && direct.relation.isDuplicate)
            }
        }
    }

    @Test func `members of a complete group are copies of each other`() {
        for group in groups(.complete) {
            let all = [group.keeper] + group.members.map(\.index)
            for (index, one) in all.enumerated() {
                for other in all[(index + 1)...] {
                    #expect(PairVerdict.compare(Self.chain[one], Self.chain[other], reach: .whole).relation.isDuplicate)
                }
            }
        }
    }

    @Test func `members of a component hang together by links that are told`() {
        let components = groups(.component)
        let largest = components.map(\.members.count).max() ?? 0
        #expect(largest >= (groups(.star).map(\.members.count).max() ?? 0))
        for group in components {
            let all = Set([group.keeper] + group.members.map(\.index))
            for member in group.members {
                let center = member.via ?? group.keeper
                #expect(all.contains(center))
                let direct = PairVerdict.compare(Self.chain[center], Self.chain[member.index], reach: .whole)
                #expect(direct == member.verdict && direct.relation.isDuplicate)
            }
        }
    }

    @Test func `equal pixels are asked for only where nothing differs, and believed`() throws {
        let scene = Scene(seed: 8)
        let pictures = [
            scene.picture(ticket: 0, path: "a"), scene.picture(ticket: 1, path: "b"),
            scene.damaged(by: 4).picture(ticket: 2, path: "c"),
        ]
        for areEqual in [true, false] {
            var asked: [[Int]] = []
            let result = Deduplication(
                of: pictures.map(\.facts),
                pixels: { one, other in
                    asked.append([one.ticket, other.ticket].sorted())
                    return areEqual
                },
                details: { $0.map { PictureDetail(descriptor: pictures[$0.ticket].descriptor) } })
            #expect(asked == [[0, 1]])
            let members = try #require(result.groups.first).members
            #expect(members.map(\.relation) == [areEqual ? .samePixels : .reencoded, .reencoded])
        }
    }
}
