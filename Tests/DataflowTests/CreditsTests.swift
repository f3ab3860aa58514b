import Dataflow
import Dispatch
import Testing

@Suite struct CreditsTests {
    @Test func `never lends more than there is, except to one alone`() {
        let credits = Credits(total: 10)
        let group = DispatchGroup()
        for worker in 0..<6 {
            DispatchQueue(label: "test.credits.\(worker)").async(group: group) {
                for amount in [1, 7, 3, 10, 4] {
                    credits.acquire(amount)
                    #expect(credits.lent <= 10)
                    credits.release(amount)
                }
            }
        }
        group.wait()
        #expect(credits.lent == 0)
        #expect(credits.peak <= 10)
    }

    @Test func `a request larger than the total is served alone`() {
        let credits = Credits(total: 10)
        credits.acquire(4)
        let served = BoundedQueue<Int>(capacity: 2)
        DispatchQueue(label: "test.large").async {
            credits.acquire(25)
            served.push(25)
        }
        while credits.waiting == 0 {}
        DispatchQueue(label: "test.small").async {
            credits.acquire(1)
            served.push(1)
        }
        while credits.waiting < 2 {}
        #expect(served.depth == 0, "the large one waits for the 4, the small one for its turn after the large one")
        credits.release(4)
        #expect(served.pop() == 25)
        credits.release(25)
        #expect(served.pop() == 1)
    }
}
