import Duplicates
import Evaluation
import Foundation
import Manifests
import TestSupport
import Testing

@Suite struct GoldenScoreTests {
    @Test func `the golden result is scored against the truth of the fixtures`() throws {
        var claims = Claims()
        for record in try ManifestLine.records(in: Fixtures.file("expected/manifest.jsonl")) { claims.add(record) }
        for group in try GroupLine.groups(in: Fixtures.file("expected/groups.jsonl")) { claims.add(group) }
        claims.finish()
        let score = Score(claims, truth: try Truth(parsing: Fixtures.file("truth.json")))
        #expect(score.missing.isEmpty && score.ambiguous.isEmpty)
        #expect(score.pictures > 80)
        #expect(try #require(score.copies.precision) > 0.99)
        #expect(try #require(score.copies.recall) > 0.9)
        #expect(try #require(score.relations.first { $0.relation == .reencoded }).rates.right > 20)
    }

    @Test func `a result is its own truth`() throws {
        let groups = try Fixtures.file("expected/groups.jsonl")
        var claims = Claims()
        for record in try ManifestLine.records(in: Fixtures.file("expected/manifest.jsonl")) { claims.add(record) }
        for group in try GroupLine.groups(in: groups) { claims.add(group) }
        claims.finish()
        let score = Score(claims, truth: try Truth(parsing: groups))
        #expect(score.copies.wrong == 0 && score.copies.missed == 0)
        #expect(score.copies.right > 100)
        #expect(score.relations.allSatisfy { $0.rates.wrong == 0 && $0.rates.missed == 0 })
    }

    @Test(.enabled(if: Corpus.exists)) func `the truth of the real pictures is read`() throws {
        let truth = try Truth(parsing: Corpus.file("expected/neardup-truth.json"))
        #expect(truth.names.count > 300)
    }
}
