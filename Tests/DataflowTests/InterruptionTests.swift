import Dataflow
import Testing

@Suite struct InterruptionTests {
    @Test func `actions run once, when the stop is asked for or at once if it was; forgotten ones do not`() {
        let interruption = Interruption()
        let said = BoundedQueue<String>(capacity: 10)
        interruption.whenRequested { said.push("first") }
        let forgotten = interruption.whenRequested { said.push("forgotten") }
        interruption.forget(forgotten)
        #expect(said.depth == 0)

        interruption.request(signal: 2)
        interruption.request(signal: 15)
        #expect(interruption.requested == 2, "the first wish counts")
        interruption.whenRequested { said.push("late") }
        said.close()
        #expect([said.pop(), said.pop(), said.pop()] == ["first", "late", nil])
    }
}
