import Foundation
import JSONText
import Randomness
import TestSupport
import Testing

private func parse(_ text: String) throws(JSONSyntaxError) -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }
private func written(_ value: JSONValue) -> String { String(decoding: value.encoded(), as: UTF8.self) }

struct JSONValueTests {
    @Test(
        arguments: [
            ("null", JSONValue.null), (" true ", .bool(true)), ("-0", .number(-0.0)), ("0", .integer(0)),
            ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .number(9_223_372_036_854_775_808)),
            ("1e2", .number(100)), ("1.50", .number(1.5)), ("2.5E-3", .number(0.0025)), ("[]", .array([])),
            ("{ }", .object([:])), (#""\u0041\ud83d\udc3e\/\b\f\n\r\t\"\\""#, .string("A🐾/\u{8}\u{C}\n\r\t\"\\")),
            (#"{"b":1,"a":[2,{"c":null}]}"#, ["b": .integer(1), "a": .array([.integer(2), ["c": .null]])]),
        ] as [(String, JSONValue)])
    func `a text is this value`(text: String, value: JSONValue) throws {
        #expect(try parse(text) == value)
        #expect(try parse(written(value)) == value)
    }

    @Test(
        arguments: [
            ("", 0, .expected(.value, found: nil)),
            ("[1,", 3, .expected(.value, found: nil)),
            ("[1,]", 3, .expected(.value, found: UInt8(ascii: "]"))),
            ("[1", 2, .expected(.commaOrBracket, found: nil)),
            ("{1:2}", 1, .expected(.key, found: UInt8(ascii: "1"))),
            (#"{"a" 1}"#, 5, .expected(.colon, found: UInt8(ascii: "1"))),
            (#"{"a":1 "b"}"#, 7, .expected(.commaOrBrace, found: UInt8(ascii: "\""))),
            ("01", 1, .expected(.end, found: UInt8(ascii: "1"))),
            ("1.", 2, .expected(.digit, found: nil)),
            ("-x", 1, .expected(.digit, found: UInt8(ascii: "x"))),
            ("1e400", 0, .numberTooLarge),
            ("nul", 0, .expected(.value, found: UInt8(ascii: "n"))),
            ("\"a", 2, .expected(.closingQuote, found: nil)),
            ("\"a\nb\"", 2, .controlCharacter(byte: 0x0A)),
            (#""\x""#, 2, .expected(.escape, found: UInt8(ascii: "x"))),
            (#""\"#, 2, .expected(.escape, found: nil)),
            (#""\ud800""#, 3, .loneSurrogate),
            (#""\udc00""#, 3, .loneSurrogate),
            (#""\ud800\u0041""#, 3, .loneSurrogate),
            (#""\u12G4""#, 5, .expected(.hexadecimalDigit, found: UInt8(ascii: "G"))),
            (#"{"a":1,"a":2}"#, 7, .duplicateKey("a")),
            (#"{"b":{"a":1,"\u0061":2}}"#, 12, .duplicateKey("a")),
            ("1 2", 2, .expected(.end, found: UInt8(ascii: "2"))),
        ] as [(String, Int, JSONSyntaxError.Fault)])
    func `a malformed text is this fault at this place`(text: String, offset: Int, fault: JSONSyntaxError.Fault) {
        #expect(throws: JSONSyntaxError(offset: offset, fault: fault)) { try parse(text) }
    }

    @Test(
        arguments: [
            ("[1 2]", "expected a comma or ']', found '2'"), ("[", "expected a value, found the end of the text"),
            ("\"\u{7}\"", "the control character byte 0x07 in a string is not escaped"),
            ("[\u{7F}]", "expected a value, found byte 0x7F"),
            (#"{"a":1,"a":2}"#, "the key 'a' stands twice in one object"),
        ])
    func `a fault says what was expected and what was found`(text: String, message: String) {
        let error = #expect(throws: JSONSyntaxError.self) { try parse(text) }
        #expect(error?.description == message)
    }

    @Test func `a string that is not UTF-8 is a fault`() {
        #expect(throws: JSONSyntaxError(offset: 1, fault: .notUTF8)) { try JSONValue(parsing: [0x22, 0xC3, 0x22]) }
    }

    @Test func `nesting ends before the stack does`() throws {
        let deepest = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
        _ = try parse(deepest)
        #expect(throws: JSONSyntaxError(offset: 128, fault: .tooDeep(limit: 128))) { try parse("[" + deepest + "]") }
        #expect(throws: JSONSyntaxError(offset: 128, fault: .tooDeep(limit: 128))) {
            try parse(String(repeating: "[", count: 1_000_000))
        }
        #expect(throws: JSONSyntaxError(offset: 1, fault: .tooDeep(limit: 1))) {
            try JSONValue(parsing: Array("[[]]".utf8)[...], maximumDepth: 1)
        }
    }

    @Test(arguments: [4, 5] as [UInt64])
    func `any value is read back, by Foundation too`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            let value = Arbitrary.value(&random)
            let bytes = value.encoded()
            #expect(try JSONValue(parsing: bytes) == value)
            #expect(try JSONValue(parsing: value.encodedForPeople()) == value)
            #expect(throws: Never.self) {
                try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
            }
        }
    }

    @Test func `keys are sorted by their bytes, and two spellings of one letter are two keys`() {
        let object: JSONObject = [
            "é": 1, "e\u{301}": 2, "z": 3, "Z": 4, "": 5,
        ]
        #expect(object.members.map(\.key.utf8.count) == [0, 1, 3, 1, 2])
        #expect(object["é"] == .integer(1))
        #expect(object["e\u{301}"] == .integer(2))
        #expect(object["y"] == nil)
    }

    @Test func `a member is replaced and removed by its key`() {
        var object = JSONObject([("b", .integer(1)), ("a", .integer(2)), ("b", .integer(3))])
        #expect(object == ["a": .integer(2), "b": .integer(3)])
        object["a"] = nil
        object["c"] = nil
        #expect(object == ["b": .integer(3)])
    }

    @Test func `what is no number is null`() {
        #expect(written(.array([.number(.nan), .number(.infinity), .number(-0.5)])) == "[null,null,-0.5]")
    }

    @Test func `the form for people is indented`() {
        let value: JSONValue = ["b": .array([]), "a": .array([.integer(1), ["x": .string("y")]])]
        let text = """
            {
              "a": [
                1,
                {
                  "x": "y"
                }
              ],
              "b": []
            }

            """
        #expect(String(decoding: value.encodedForPeople(), as: UTF8.self) == text)
    }
}
