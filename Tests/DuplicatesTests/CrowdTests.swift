import Duplicates
import Rasters
import Testing

/// Many pictures that look the same: groups as ever, without a comparison for every pair.
@Suite struct CrowdTests {
    /// The same picture in files of other bytes.
    private func files(of picture: Picture, count: Int, from ticket: Int = 0) -> [Picture] {
        (ticket..<ticket + count).map { number in
            var file = picture
            file.ticket = number
            file.path = "\(number)"
            file.digest = "digest of \(number)"
            return file
        }
    }

    private func plain(_ level: UInt8) -> Picture {
        Scene(width: 64, height: 48, pixels: (0..<64 * 48 * 4).map { $0 & 3 == 3 ? 255 : level }).picture()
    }

    /// The groups, and how many pairs were held against each other pixel by pixel, which pairs of equal cells are.
    private func grouped(
        _ pictures: [Picture], orientations: MatchOptions.Orientations = .none
    ) -> (groups: [DuplicateGroup], compared: Int) {
        var compared = 0
        let result = Deduplication(
            of: pictures.map(\.facts), options: MatchOptions(orientations: orientations, reach: .whole),
            pixels: { _, _ in
                compared += 1
                return true
            },
            details: { facts in facts.map { PictureDetail(descriptor: pictures[$0.ticket].descriptor, sequence: nil) } }
        )
        return (result.groups, compared)
    }

    @Test func `three hundred white files are one group after as many comparisons`() throws {
        let pictures = files(of: plain(250), count: 300) + files(of: plain(90), count: 2, from: 300)
        let (groups, compared) = grouped(pictures)
        try #require(groups.count == 2)
        #expect(groups[0].members.count == 299 && groups[1].members.count == 1)
        #expect(groups[0].members.allSatisfy { $0.relation == .samePixels && $0.via == nil })
        #expect(compared < 600)
    }

    @Test func `copies of one picture follow the best of them, wherever that stands`() throws {
        let pictures = files(of: Scene(seed: 4).picture(), count: 300)
        for order in [pictures, pictures.reversed()] {
            let turned = order.enumerated().map { place, picture in
                var file = picture
                file.ticket = place
                return file
            }
            let (groups, compared) = grouped(turned)
            try #require(groups.count == 1)
            #expect(groups[0].members.count == 299)
            #expect(groups[0].keeper == turned.firstIndex { $0.path == "0" })
            #expect(compared < 600)
        }
    }

    @Test func `a better one from elsewhere is compared with all of them`() throws {
        let large = Scene(seed: 4)
        let small = files(of: large.resized(width: 128, height: 96).picture(), count: 200, from: 1)
        var best = large.picture()
        best.path = "best"
        let groups = grouped([best] + small).groups
        try #require(groups.count == 1)
        #expect(groups[0].keeper == 0)
        #expect(groups[0].members.count == 200)
        #expect(groups[0].members.allSatisfy { $0.relation == .resized && $0.via == nil })
    }

    @Test func `a reference among them is not dropped`() throws {
        var pictures = files(of: Scene(seed: 4).picture(), count: 200)
        pictures[70].isReference = true
        let groups = grouped(pictures).groups
        try #require(groups.count == 1)
        #expect(groups[0].keeper == 70)
        #expect(groups[0].members.count == 199)
    }

    @Test func `a better one that lies the other way round is compared with all of them`() throws {
        let large = Scene(seed: 4)
        let small = files(of: large.turned(.mirrored).resized(width: 128, height: 96).picture(), count: 200, from: 1)
        let groups = grouped([large.picture(path: "best")] + small, orientations: .all).groups
        try #require(groups.count == 1)
        #expect(groups[0].keeper == 0)
        #expect(groups[0].members.count == 200)
    }
}
