import ImageAPIs
import Randomness
import Testing

@Suite struct PictureCollectionTests {
    /// The plain twin: a service of `pool` pictures that a session gives in a random order, and starts over.
    @Test(arguments: 0..<40)
    func `with a session nothing is asked for twice, whatever the sizes`(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let pool = Int.random(in: 1...90, using: &random)
        let wanted = Int.random(in: 1...120, using: &random)
        let order = (0..<pool).map { "\($0)" }.shuffled(using: &random)
        var collection = PictureCollection(wanted: wanted, hasSession: true)
        var given = 0
        var found: [String] = []
        var requests = 0
        while let asked = collection.nextRequest {
            let answer = Array(order[given..<min(pool, given + asked)])
            given += answer.count
            requests += 1
            found += collection.take(answer, asked: asked, matching: seed % 2 == 0 ? pool : nil).map { answer[$0] }
        }
        #expect(found == Array(order.prefix(wanted)))
        #expect(collection.ending == (pool < wanted ? .poolExhausted : nil))
        // Only a pool of whole answers whose size is not told costs one request more, to learn that it is over.
        let fewest = (min(pool, wanted) + 19) / 20
        let isUntold = seed % 2 == 1 && pool < wanted && pool % 20 == 0
        #expect(requests == fewest + (isUntold ? 1 : 0))
    }

    @Test func `a pool whose stated size shrinks is not over early`() {
        var collection = PictureCollection(wanted: 60, hasSession: true)
        for start in [0, 20, 40] {
            #expect(collection.nextRequest == 20)
            let ids = (start..<start + 20).map { "\($0)" }
            #expect(collection.take(ids, asked: 20, matching: 60 - start).count == 20)
        }
        #expect(collection.nextRequest == nil)
        #expect(collection.ending == nil)
    }
}
