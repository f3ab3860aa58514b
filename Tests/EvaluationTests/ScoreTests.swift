import Duplicates
import Evaluation
import Testing

@Suite struct ScoreTests {
    private func counts(_ text: String) throws -> [Int] {
        let copies = try Results.score(text).copies
        return [copies.right, copies.wrong, copies.missed]
    }

    @Test(
        arguments: [
            (#"{"groups": [["a.png", "b.png", "c.png"], ["e.png", "f.png"]]}"#, [4, 0, 0]),
            // Copies of a copy are copies.
            (#"{"pairs": [["a.png", "b.png"], ["b.png", "c.png"]]}"#, [3, 0, 0]),
            (#"{"duplicates": [{"members": ["a.png", "g.png"], "relation": "in my words"}]}"#, [0, 0, 1]),
            // What is not said is not counted, unless groups are told apart.
            (#"{"duplicates": [["a.png", "g.png"], ["e.png", "d.png"]]}"#, [0, 0, 2]),
            (#"{"groups": [["a.png", "g.png"], ["b.png", "d.png"]]}"#, [0, 1, 2]),
            (#"{"complete": true, "pairs": [["a.png", "b.png"], ["c.png", "d.png"]]}"#, [1, 2, 1]),
            (#"{"complete": ["x/"], "pairs": [["a.png", "b.png"], ["c.png", "d.png"]]}"#, [1, 0, 1]),
            // Versions are no copies, nor are pictures that have nothing to do with each other.
            (#"{"alternates": [["a.png", "b.png", "d.png"]]}"#, [0, 1, 0]),
            (#"{"distinct": [["e.png", "f.png"]]}"#, [0, 1, 0]),
            // A relation that is tolerated is no mistake, and what is said of two goes before what follows.
            (#"{"pairs": [{"a": "a.png", "b": "d.png", "relations": ["reencoded", "alternate"]}]}"#, [0, 0, 0]),
            (#"{"pairs": [{"a": "a.png", "b": "g.png", "relations": ["reencoded", "near"]}]}"#, [0, 0, 1]),
            (#"{"original": "a.png", "members": [{"file": "b.png", "relation": "reencoded"}]}"#, [1, 0, 0]),
            ("{\"pair\": [\"a.png\", \"c.png\"]}\n\n{\"pair\": [\"a.png\", \"g.png\"]}\n", [1, 0, 2]),
        ])
    func `pairs that are called copies are right, wrong or missed`(truth: String, expected: [Int]) throws {
        #expect(try counts(truth) == expected)
    }

    @Test func `pictures are named by id, by the end of a path, or by content`() throws {
        let digest = Results.digest("b.png")
        for name in ["b.png", "pictures/b.png", "/home/me/pictures/b.png", "./b.png", digest] {
            #expect(try counts(#"{"groups": [["a.png", "\#(name)"]]}"#) == [1, 0, 0], "\(name)")
        }
        let score = try Results.score(#"{"groups": [["a.png", "b.png", "other/b.png", "nowhere.png"]]}"#)
        #expect(score.pictures == 2)
        #expect(score.missing.map(\.text) == ["other/b.png", "nowhere.png"])
    }

    @Test func `a name that two pictures have is none`() throws {
        var claims = Claims()
        for id in ["x/a.png", "y/a.png", "y/b.png"] { claims.add(Results.record(id)) }
        let truth = try Truth(parsing: Array(#"{"groups": [["a.png", "b.png", "z/b.png"]]}"#.utf8))
        let score = Score(claims, truth: truth)
        #expect(score.ambiguous.map(\.text) == ["a.png"])
        #expect(score.missing.map(\.text) == ["z/b.png"])
    }

    @Test func `relations are counted for those two that were compared`() throws {
        let score = try Results.score(
            #"{"groups": [{"original": "a.png", "members": [{"file": "b.png", "relation": "reencoded"}, "#
                + #"{"file": "c.png", "relations": ["reencoded"]}]}], "#
                + #""alternates": [{"file": "d.png", "original": "a.png", "difference": "mouth"}]}"#)
        let rates = Dictionary(uniqueKeysWithValues: score.relations.map { ($0.relation, $0.rates) })
        #expect(rates[.reencoded].map { [$0.right, $0.wrong, $0.missed] } == [1, 0, 1])
        #expect(rates[.resized].map { [$0.right, $0.wrong, $0.missed] } == [0, 1, 0])
        #expect(rates[.alternate].map { [$0.right, $0.wrong, $0.missed] } == [1, 0, 0])
        #expect(
            score.confusion.map { "\($0.truth) \($0.called) \($0.pairs)" } == [
                "reencoded reencoded 1", "reencoded resized 1", "alternate alternate 1", "copies grouped 1",
            ])
        #expect(score.copies.precision == 1 && score.copies.recall == 1 && score.copies.f1 == 1)
    }

    @Test func `wrong and missed pairs are listed with what was said`() throws {
        let score = try Results.score(#"{"distinct": [["e.png", "f.png"]], "duplicates": [["a.png", "d.png"]]}"#)
        #expect(score.wrong.map { [$0.first.text, $0.second.text, $0.called] } == [["e.png", "f.png", "cropped"]])
        #expect(score.missed.map { [$0.first.text, $0.second.text, $0.called] } == [["a.png", "d.png", "alternate"]])
        #expect(score.text.contains("  e.png  f.png: different, called cropped in g of e.png\n"))
        #expect(String(decoding: score.json, as: UTF8.self).contains("\"schema\": \"pawprint.evaluation/1\""))
    }

    @Test func `shares have four digits`() {
        #expect(
            [nil, 0, 1, 0.99994, 0.99996, 0.0004, 2.0 / 3].map(FourDigits.text) == [
                "-", "0.0000", "1.0000", "0.9999", "1.0000", "0.0004", "0.6667",
            ])
    }
}
