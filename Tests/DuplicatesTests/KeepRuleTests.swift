import Duplicates
import Testing

@Suite struct KeepRuleTests {
    /// Two copies of one scene that differ only as `change` makes them.
    private func keeper(_ rules: [KeepRule] = KeepRule.standard, _ change: (inout Picture, inout Picture) -> Void) -> (
        path: String?, reason: String?, shortcoming: String?
    ) {
        let scene = Scene(seed: 4)
        var one = scene.picture(ticket: 0, path: "a")
        var other = scene.damaged(by: 1).picture(ticket: 1, path: "b")
        change(&one, &other)
        let pictures = [one, other]
        let group = Deduplication(of: pictures, options: MatchOptions(keep: rules)).groups.first
        return (group.map { pictures[$0.keeper].path }, group?.reason, group?.members.first?.reason)
    }

    @Test func `each rule decides and says so`() {
        var result = keeper { $1.isReference = true }
        #expect(result == ("b", "belongs to the reference collection", "does not belong to the reference collection"))
        result = keeper { one, _ in one.isLossless = false }
        #expect(result == ("b", "lossless", "lossy"))
        result = keeper { one, other in
            (one.isLossless, other.isLossless) = (false, false)
            (one.quality, other.quality) = (80, 95)
        }
        #expect(result == ("b", "higher quality: 95 against 80", "lower quality: 80 against 95"))
        result = keeper { $1.metadataBytes = 9 }
        #expect(result == ("b", "more metadata: 9 bytes against 0", "less metadata: 0 bytes against 9"))
        result = keeper { $1.bytes = 2000 }
        #expect(result == ("b", "larger file: 2000 bytes against 1000", "smaller file: 1000 bytes against 2000"))
        result = keeper { _, _ in }
        #expect(result == ("a", "first by path", "later by path"))
        result = keeper([]) { $1.digest = "a digest before" }
        #expect(result == ("b", "equal by every rule; first by content", "equal by every rule; second by content"))
    }

    @Test func `the order of the rules counts`() {
        let change: (inout Picture, inout Picture) -> Void = { one, other in
            one.isLossless = false
            one.bytes = 5000
            other.bytes = 100
        }
        #expect(keeper([.lossless, .bytes], change).path == "b")
        #expect(keeper([.bytes, .lossless], change).path == "a")
    }

    @Test func `more pixels win when they are real`() {
        let scene = Scene(seed: 2, width: 320, height: 240)
        let small = scene.resized(width: 160, height: 120)
        let pictures = [small.picture(ticket: 0, path: "a"), scene.picture(ticket: 1, path: "b")]
        let group = Deduplication(of: pictures).groups.first
        #expect(group?.keeper == 1)
        #expect(group?.reason == "more pixels: 320x240 against 160x120")
    }

    @Test(arguments: [(300, 225), (400, 300), (600, 450)])
    func `an enlarged copy does not win by its pixels`(width: Int, height: Int) {
        let scene = Scene(seed: 2, width: 200, height: 150)
        let large = scene.resized(width: width, height: height)
        for enlarged in [large, large.damaged(by: 1)] {
            let pictures = [enlarged.picture(ticket: 0, path: "a"), scene.picture(ticket: 1, path: "b")]
            for rules in [KeepRule.standard, [.pixels], [.detail]] {
                let group = Deduplication(of: pictures, options: MatchOptions(keep: rules)).groups.first
                #expect(group?.keeper == 1)
            }
            let group = Deduplication(of: pictures).groups.first
            #expect(group?.reason == "more pixels of its own: \(width)x\(height) was enlarged from 200x150")
            #expect(group?.members.first?.reason == "fewer pixels of its own: enlarged from 200x150")
        }
    }

    @Test func `a blurred copy of the same size loses by detail`() {
        let scene = Scene(seed: 3)
        let blurred = scene.resized(width: 128, height: 96).resized(width: 256, height: 192)
        let pictures = [blurred.picture(ticket: 0, path: "a"), scene.picture(ticket: 1, path: "b")]
        let group = Deduplication(of: pictures).groups.first
        #expect(group?.keeper == 1)
        #expect(group?.reason == "more detail: 256x192 was blurred")
    }
}
