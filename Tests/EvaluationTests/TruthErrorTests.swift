import Evaluation
import Testing

@Suite struct TruthErrorTests {
    @Test(
        arguments: [
            ("", "line 1, byte 1: expected a value, found the end of the text"),
            ("{\n  \"groups\": [[\"a\", \"b\"]\n}", "line 3, byte 1: expected a comma or ']', found '}'"),
            ("[]", "$: expected an object, found an array"),
            ("{}", "says nothing of any two pictures; expected groups, pairs, duplicates or alternates"),
            (#"{"grups": []}"#, "$.grups: no such key; did you mean 'groups'?"),
            (#"{"groups": {}}"#, "$.groups: expected an array, found an object"),
            (#"{"groups": [["a", 3]]}"#, "$.groups[0][1]: expected a name, found an integer"),
            (#"{"groups": [{"members": "a"}]}"#, "$.groups[0].members: expected an array of names, found a string"),
            (#"{"groups": [{"original": "a"}]}"#, "$.groups[0].members: missing, expected an array of names"),
            (#"{"groups": [{"members": [{"name": "a"}]}]}"#, "$.groups[0].members[0].file: missing, expected a name"),
            (#"{"pairs": [["a", "b", "c"]]}"#, "$.pairs[0]: expected two names, found 3"),
            (#"{"complete": 1, "pairs": []}"#, "$.complete: expected an array, found an integer"),
            ("{\"pair\": [\"a\", \"b\"]}\n{\"pair\": [\"a\"]}", "line 2, $: expected two names, found 1"),
            ("{\"pair\": [\"a\", \"b\"]}\nnonsense", "line 2, byte 1: expected a value, found 'n'"),
            (
                #"{"duplicates": [["a", "b"], ["b", "c"]], "distinct": [["x", "a", "c"]]}"#,
                "'a' and 'c' are said to be copies, and not to be copies"
            ),
            (
                #"{"pairs": [{"a": "a", "b": "b"}, {"pair": ["b", "a"], "relation": "alternate"}]}"#,
                "'a' and 'b' are said to be copies, and not to be copies"
            ),
        ])
    func `a bad truth file is refused with its place and what was expected`(text: String, message: String) {
        let error = #expect(throws: TruthError.self) { _ = try Truth(parsing: Array(text.utf8)) }
        #expect(error.map { "\($0)" } == message)
    }

    @Test func `a relation that does not exist is named, with those that do`() throws {
        let text = #"{"pairs": [{"a": "a", "b": "b", "relation": "copy"}]}"#
        let error = try #require(
            #expect(throws: TruthError.self) { _ = try Truth(parsing: Array(text.utf8)) })
        let words = "\(error)"
        #expect(words.hasPrefix("$.pairs[0].relation: expected \"identical\" or \"same-pixels\" or "))
        #expect(words.hasSuffix(", found \"copy\""))
    }

    @Test func `a list of more names than anybody knows is refused`() {
        let names = (0...10_000).map { "\"\($0)\"" }.joined(separator: ",")
        let error = #expect(throws: TruthError.self) { _ = try Truth(parsing: Array("{\"groups\":[[\(names)]]}".utf8)) }
        #expect(error.map { "\($0)" } == "$.groups[0]: expected at most 10000 names, found 10001")
    }
}
