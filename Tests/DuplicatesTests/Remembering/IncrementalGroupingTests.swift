import Duplicates
import Randomness
import Rasters
import Testing

/// What is remembered of pairs changes nothing but what is looked at.
@Suite struct IncrementalGroupingTests {
    private static let matrix: [MatchOptions] = MatchOptions.Orientations.allCases.flatMap { orientations in
        MatchOptions.Animations.allCases.flatMap { animations in
            [MatchOptions.Reach.whole, .borders, .automatic].map {
                MatchOptions(orientations: orientations, animations: animations, reach: $0)
            }
        }
    }

    /// Some of all pictures, each in two cases of three, in any order.
    private func choice(_ generator: inout SplitMix64) -> [Int] {
        Album.pictures.indices.filter { _ in generator.next() % 3 != 0 }.shuffled(using: &generator)
    }

    @Test(arguments: matrix)
    func `any split into old and new gives the groups of a run from scratch`(options: MatchOptions) {
        var generator = SplitMix64(seed: 91)
        let notebook = Notebook()
        for step in 0..<4 {
            let pictures = Album.collection(choice(&generator))
            let anew = notebook.groupAnew(pictures, options: options).whole
            #expect(notebook.group(pictures, options: options).whole == anew, "seed 91, \(step)")
        }
    }

    @Test(arguments: MatchOptions.Cluster.allCases, [nil, false, true])
    func `groups of every kind, and what somebody decided, come after what is remembered`(
        cluster: MatchOptions.Cluster, samePixels: Bool?
    ) {
        var generator = SplitMix64(seed: 92)
        let notebook = Notebook()
        notebook.samePixels = samePixels
        for step in 0..<4 {
            let options = MatchOptions(keep: step % 2 == 0 ? KeepRule.standard : [.bytes, .path], cluster: cluster)
            let decisions = Decisions([
                .notDuplicates(Album.pictures[(step * 2)...(step * 2 + 3)].map(\.digest)),
                .keep(Album.digest(2), among: [Album.digest(0)]),
            ])
            var pictures = Album.collection(choice(&generator))
            pictures[step].isReference = true
            let anew = notebook.groupAnew(pictures, options: options, decisions: decisions).whole
            let found = notebook.group(pictures, options: options, decisions: decisions).whole
            #expect(found == anew, "seed 92, \(step)")
        }
    }

    @Test func `crowds that grow, shrink and melt away leave the groups of a run from scratch`() {
        let white = Album.plain(250)
        let scene = Scene(seed: 4, width: 96, height: 72)
        let small = scene.resized(width: 64, height: 48).picture()
        let all =
            Album.crowd(of: white, count: 150, from: 1000) + Album.crowd(of: small, count: 150, from: 2000)
            + [scene.picture().with { $0.digest = Album.digest(3000) }, Album.plain(90)]
            + [scene.turned(.mirrored).picture().with { $0.digest = Album.digest(3001) }]
        let notebook = Notebook()
        let options = MatchOptions(orientations: .mirror, reach: .borders)
        let sizes = [(100, 140), (150, 100), (100, 100), (150, 150), (20, 30), (150, 150)]
        for (step, size) in sizes.enumerated() {
            let places = Array(0..<size.0) + Array(150..<150 + size.1) + (step == 2 ? [] : [300, 301, 302])
            let pictures = Album.collection(places, of: all)
            let anew = notebook.groupAnew(pictures, options: options).whole
            #expect(notebook.group(pictures, options: options).whole == anew, "step \(step)")
        }
    }

    @Test func `of the same pictures nothing is looked at again, nor remembered again`() {
        for reach in [MatchOptions.Reach.whole, .borders] {
            let options = MatchOptions(orientations: .all, reach: reach)
            let notebook = Notebook()
            let pictures = Album.collection(Array(Album.pictures.indices))
            let first = notebook.group(pictures, options: options).whole
            #expect(notebook.looked.count > 30)
            #expect(notebook.group(pictures, options: options).whole == first)
            #expect(notebook.looked.isEmpty && notebook.keptCount == 1)
        }
    }

    @Test func `a new copy is looked at with its relatives alone`() {
        let notebook = Notebook()
        let options = MatchOptions(reach: .borders)
        let last = Album.pictures.count - 1
        // The second family's original arrives last.
        let late = 14
        _ = notebook.group(Album.collection((0...last).filter { $0 != late }), options: options)
        let pictures = Album.collection(Array(0...last))
        let anew = notebook.groupAnew(pictures, options: options).whole
        #expect(notebook.group(pictures, options: options).whole == anew)
        let family = Set((14..<28).map { Album.pictures[$0].digest })
        #expect(notebook.looked.contains(Album.pictures[late].digest))
        #expect(notebook.looked.isSubset(of: family) && notebook.looked.count > 5)
    }

    @Test func `under other options nothing that was remembered is believed`() {
        let pictures = Album.collection(Array(Album.pictures.indices))
        let others = [
            MatchOptions(maximumDistance: 40), MatchOptions(orientations: .mirror), MatchOptions(animations: .first),
            MatchOptions(reach: .whole),
        ]
        for options in others {
            let notebook = Notebook()
            _ = notebook.group(pictures)
            _ = notebook.groupAnew(pictures, options: options)
            let looked = notebook.looked
            _ = notebook.group(pictures, options: options)
            #expect(notebook.looked == looked && notebook.keptCount == 2)
        }
    }

    @Test func `pixels that could not be looked at are asked for again`() throws {
        let pictures = Album.collection([0, 1, 2])
        let notebook = Notebook()
        notebook.samePixels = nil
        #expect(notebook.group(pictures).groups.first?.members.map(\.relation) == [.reencoded, .reencoded])
        notebook.samePixels = true
        #expect(notebook.group(pictures).whole == notebook.groupAnew(pictures).whole)
        #expect(notebook.group(pictures).groups.first?.guarantee.relations == [.samePixels, .reencoded])
    }
}
