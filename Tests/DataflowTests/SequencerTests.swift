import Dataflow
import Randomness
import Testing

@Suite struct SequencerTests {
    @Test func `holds back what came early and lets it go with the missing one`() {
        var sequencer = Sequencer<String>()
        #expect(sequencer.insert("c", ticket: 2).isEmpty)
        #expect(sequencer.insert("b", ticket: 1).isEmpty)
        #expect(sequencer.heldBack == 2)
        #expect(sequencer.insert("a", ticket: 0) == ["a", "b", "c"])
        #expect(sequencer.insert("d", ticket: 3) == ["d"])
        #expect(sequencer.heldBack == 0)
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `restores every order`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var sequencer = Sequencer<Int>()
        var out: [Int] = []
        for ticket in (0..<500).shuffled(using: &generator) { out += sequencer.insert(ticket, ticket: ticket) }
        #expect(out == Array(0..<500))
    }
}
