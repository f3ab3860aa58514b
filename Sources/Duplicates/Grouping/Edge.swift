/// Two pictures, by their places, and the verdict on them.
struct Edge {
    let a: Int
    let b: Int
    let verdict: PairVerdict

    init(_ a: Int, _ b: Int, _ verdict: PairVerdict) {
        self.a = a
        self.b = b
        self.verdict = verdict
    }
}
