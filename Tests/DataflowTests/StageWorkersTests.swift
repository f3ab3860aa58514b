import Dataflow
import Dispatch
import Testing

private struct Odd: Error, Hashable {
    let number: Int
}

/// Halves even numbers and stops odd ones; its scratch counts what one worker did.
private struct Halving: Stage {
    let name = "halve"
    func makeScratch() -> Int { 0 }
    func process(_ input: Int, scratch: inout Int) throws(Odd) -> Int {
        scratch += 1
        guard input.isMultiple(of: 2) else { throw Odd(number: input) }
        return input / 2
    }
}

@Suite struct StageWorkersTests {
    @Test(arguments: [1, 2, 8], [1, 3, 64])
    func `every item that goes in comes out, as a payload or as its reason`(workers: Int, capacity: Int) {
        let first = BoundedQueue<Parcel<Int, Odd>>(capacity: capacity)
        let second = BoundedQueue<Parcel<Int, Odd>>(capacity: capacity)
        let third = BoundedQueue<Parcel<Int, Odd>>(capacity: capacity)
        let halving = StageWorkers(Halving(), count: workers)
        let quartering = StageWorkers(Halving(), count: workers)
        halving.start(from: first, to: second)
        quartering.start(from: second, to: third)

        let numbers = 400
        let source = Source(count: numbers, queue: first)
        source.start()
        var sequencer = Sequencer<Result<Int, Odd>>()
        var out: [Result<Int, Odd>] = []
        while let parcel = third.pop() { out += sequencer.insert(parcel.content, ticket: parcel.ticket) }

        #expect(out.count == numbers)
        for (number, result) in out.enumerated() {
            if number % 4 == 0 {
                #expect(result == .success(number / 4))
            } else if number % 2 == 0 {
                #expect(result == .failure(Odd(number: number / 2)))
            } else {
                #expect(result == .failure(Odd(number: number)))
            }
        }
        #expect(halving.meter.reading.entered == numbers)
        #expect(halving.meter.reading.stopped == numbers / 2)
        #expect(quartering.meter.reading.entered == numbers / 2, "what stopped before is passed on untouched")
        #expect(quartering.meter.reading.stopped == numbers / 4)
    }
}

private struct Source {
    let count: Int
    let queue: BoundedQueue<Parcel<Int, Odd>>

    func start() {
        DispatchQueue(label: "test.source").async {
            for number in 0..<count { queue.push(Parcel(ticket: number, content: .success(number))) }
            queue.close()
        }
    }
}
