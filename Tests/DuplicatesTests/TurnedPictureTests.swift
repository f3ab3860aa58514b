import Duplicates
import Randomness
import Rasters
import Testing

@Suite struct TurnedPictureTests {
    private static let all = MatchOptions(orientations: .all)

    /// A scene of a size whose boxes in PDQ are odd: there a turned picture has the samples of the upright one. At 256x192,
    /// where both are even, a third of turned scenes lies beyond 31 bits.
    private static func scene(_ seed: UInt64) -> Scene { Scene(seed: seed, width: 360, height: 270) }

    /// The relation of a picture and itself after `orientation`.
    private static func relation(_ orientation: Orientation) -> Relation {
        switch orientation {
        case .upright: .reencoded
        case .mirrored, .flipped, .transposed, .transversed: .mirrored
        case .rotated180, .rotatedRight, .rotatedLeft: .rotated
        }
    }

    @Test(arguments: Orientation.allCases)
    func `a damaged and turned copy is found in every orientation`(orientation: Orientation) throws {
        for seed in 1...2 as ClosedRange<UInt64> {
            let scene = Self.scene(seed)
            let copy = scene.turned(orientation).damaged(by: 4)
            let pictures = [
                scene.picture(path: "a"), copy.picture(ticket: 1, path: "b"),
                Self.scene(seed + 50).picture(ticket: 2, path: "c"),
            ]
            let group = try #require(Deduplication(of: pictures, options: Self.all).groups.first)
            #expect([group.keeper] + group.members.map(\.index) == [0, 1])
            #expect(group.members.map(\.relation) == [Self.relation(orientation)])
            // "digest of a" sorts first: what has to be done to b is what undoes the turn.
            let undoing: [Orientation: Orientation] = [.rotatedRight: .rotatedLeft, .rotatedLeft: .rotatedRight]
            #expect(group.members[0].evidence.orientation == (undoing[orientation] ?? orientation).rawValue)
            #expect(group.members[0].distance <= 31)
            let mirror = Deduplication(of: pictures, options: MatchOptions(orientations: .mirror))
            #expect(mirror.groups.isEmpty == ![.upright, .mirrored].contains(orientation))
            #expect(Deduplication(of: pictures).groups.isEmpty == (orientation != .upright))
        }
    }

    @Test func `turned verdicts are the same whichever picture is named first`() {
        let scene = Self.scene(4)
        for orientation in Orientation.allCases {
            for (one, other) in [("a", "b"), ("b", "a")] {
                let first = scene.picture(path: one)
                for copy in [scene.damaged(by: 3), scene.edited(x: 80, y: 60, size: 30)] {
                    let second = copy.turned(orientation).picture(ticket: 1, path: other)
                    let verdict = PairVerdict.compare(first, second, orientations: .all)
                    #expect(verdict == PairVerdict.compare(second, first, orientations: .all))
                    #expect(verdict.relation != .unrelated)
                    let inOrder = one == "a" ? 0 : 1
                    let quarter: [Orientation: [Int]] = [.rotatedRight: [8, 6], .rotatedLeft: [6, 8]]
                    #expect(verdict.evidence.orientation == quarter[orientation]?[inOrder] ?? orientation.rawValue)
                }
            }
        }
    }

    @Test func `the order of turned pictures does not matter`() {
        let scene = Self.scene(5)
        var pictures = Orientation.allCases.map { orientation in
            scene.turned(orientation).damaged(by: 2, seed: UInt64(orientation.rawValue))
                .picture(ticket: orientation.rawValue, path: "\(orientation)")
        }
        func named(_ pictures: [Picture]) -> [String] {
            Deduplication(of: pictures, options: Self.all).groups.map { group in
                let members = group.members.map { "\(pictures[$0.index].ticket) \($0.verdict)" }
                return "\(pictures[group.keeper].ticket) \(group.reason) \(members)"
            }
        }
        let expected = named(pictures)
        #expect(expected.count == 1 && Deduplication(of: pictures, options: Self.all).groups[0].members.count == 7)
        var generator = SplitMix64(seed: 3)
        for _ in 0..<3 {
            pictures.shuffle(using: &generator)
            #expect(named(pictures) == expected)
        }
    }

    @Test func `a turned alternate is an alternate and never dropped`() {
        let scene = Self.scene(6)
        let other = scene.edited(x: 80, y: 60, size: 30).turned(.mirrored)
        let pictures = [scene.picture(path: "a"), other.picture(ticket: 1, path: "b")]
        let result = Deduplication(of: pictures, options: MatchOptions(orientations: .mirror))
        #expect(result.groups.isEmpty)
        #expect(result.kinships.map(\.verdict.relation) == [.alternate])
        #expect(result.kinships.map(\.verdict.evidence.orientation) == [2])
        #expect(result.kinships.first?.verdict.words.contains("mirrored left to right") == true)
    }

    @Test func `an upright relation goes before a turned one`() {
        // Its right half is its left half in a mirror.
        var scene = Self.scene(7)
        for y in 0..<scene.height {
            for x in 0..<scene.width / 2 {
                let (from, to) = ((y * scene.width + x) * 4, (y * scene.width + scene.width - 1 - x) * 4)
                for channel in 0..<3 { scene.pixels[to + channel] = scene.pixels[from + channel] }
            }
        }
        let pictures = [scene.picture(path: "a"), scene.damaged(by: 3).picture(ticket: 1, path: "b")]
        // Of what is symmetric, half of the coefficients are 0 but for noise: its copies are far apart.
        let plain = Deduplication(of: pictures, options: MatchOptions(maximumDistance: 128))
        let turned = Deduplication(of: pictures, options: MatchOptions(maximumDistance: 128, orientations: .all))
        let mirrored = scene.turned(.mirrored).picture(ticket: 1, path: "c")
        #expect(PairVerdict.compare(pictures[0], mirrored, orientations: .all).evidence.orientation == 1)
        #expect(turned.groups == plain.groups && turned.kinships == plain.kinships)
        #expect(plain.groups.first?.members.map(\.relation) == [.reencoded])
    }

    @Test func `flat pictures are not turned`() {
        func plain(_ width: Int, _ height: Int, ticket: Int) -> Picture {
            Scene(
                width: width, height: height, pixels: (0..<width * height * 4).map { $0 & 3 == 3 ? 255 : 90 }
            ).picture(ticket: ticket, path: "\(ticket)")
        }
        let pictures = [plain(100, 50, ticket: 0), plain(50, 100, ticket: 1)]
        #expect(Deduplication(of: pictures, options: Self.all).groups.isEmpty)
        #expect(PairVerdict.compare(pictures[0], pictures[1], orientations: .all).relation == .unrelated)
    }

    @Test func `a turned and enlarged copy does not win by its pixels`() throws {
        let scene = Self.scene(8)
        for orientation in [Orientation.mirrored, .rotatedRight] {
            let large = scene.turned(orientation)
            let enlarged = large.resized(width: large.width * 2, height: large.height * 2)
            let pictures = [scene.picture(path: "b"), enlarged.picture(ticket: 1, path: "a")]
            let group = try #require(Deduplication(of: pictures, options: Self.all).groups.first)
            #expect(group.keeper == 0, "\(orientation): \(group.reason)")
            #expect(group.members.first?.reason == "fewer pixels of its own: enlarged from 360x270")
        }
    }

    @Test func `strangers stay strangers in all orientations`() {
        let scenes = (20..<26).map { Self.scene($0).picture(path: "\($0)") }
        for (index, one) in scenes.enumerated() {
            for other in scenes.dropFirst(index + 1) {
                #expect(PairVerdict.compare(one, other, orientations: .all).relation == .unrelated)
            }
        }
    }
}
