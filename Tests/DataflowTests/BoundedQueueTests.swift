import Dataflow
import Dispatch
import Testing

@Suite struct BoundedQueueTests {
    @Test func `elements come out in the order they went in`() {
        let queue = BoundedQueue<Int>(capacity: 8)
        for number in 0..<8 { queue.push(number) }
        queue.close()
        var taken: [Int] = []
        while let number = queue.pop() { taken.append(number) }
        #expect(taken == Array(0..<8))
    }

    @Test func `a full queue makes the producer wait, and never holds more than its capacity`() {
        let queue = BoundedQueue<Int>(capacity: 3)
        let producer = DispatchQueue(label: "test.producer")
        producer.async {
            for number in 0..<1000 { queue.push(number) }
            queue.close()
        }
        var taken: [Int] = []
        while let number = queue.pop() {
            #expect(queue.depth <= 3)
            taken.append(number)
        }
        #expect(taken == Array(0..<1000))
        #expect(queue.peakDepth <= 3)
    }

    @Test func `many producers and consumers pass everything on, whatever the capacity`() {
        for capacity in [1, 2, 3, 7, 16] {
            let queue = BoundedQueue<Int>(capacity: capacity)
            let sums = BoundedQueue<Int>(capacity: 3)
            let producing = DispatchGroup()
            for producer in 0..<4 {
                DispatchQueue(label: "test.producer.\(producer)").async(group: producing) {
                    for number in 0..<500 { queue.push(4 * number + producer) }
                }
            }
            producing.notify(queue: DispatchQueue(label: "test.end")) { queue.close() }
            for consumer in 0..<3 {
                DispatchQueue(label: "test.consumer.\(consumer)").async {
                    var sum = 0
                    while let number = queue.pop() { sum += number }
                    sums.push(sum)
                }
            }
            let total = (0..<3).reduce(0) { sum, _ in sum + (sums.pop() ?? 0) }
            #expect(total == 1999 * 2000 / 2, "capacity \(capacity)")
            #expect(queue.peakDepth <= capacity)
        }
    }

    @Test func `what waits in a closed queue can still be taken, nothing can be added`() {
        let queue = BoundedQueue<String>(capacity: 2)
        queue.push("kept")
        queue.close()
        #expect(!queue.push("dropped"))
        #expect(queue.pop() == "kept")
        #expect(queue.pop() == nil)
    }

    @Test func `closing wakes a producer that waits for room and a consumer that waits for an element`() {
        let full = BoundedQueue<Int>(capacity: 1)
        full.push(1)
        let empty = BoundedQueue<Int>(capacity: 1)
        let answers = BoundedQueue<Bool>(capacity: 2)
        DispatchQueue(label: "test.blocked.producer").async { answers.push(full.push(2)) }
        DispatchQueue(label: "test.blocked.consumer").async { answers.push(empty.pop() != nil) }
        full.close()
        empty.close()
        #expect(answers.pop() == false)
        #expect(answers.pop() == false)
    }
}
