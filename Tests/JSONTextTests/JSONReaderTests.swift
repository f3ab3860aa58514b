import JSONText
import Testing

@Suite struct JSONReaderTests {
    private enum Word: String, CaseIterable { case one, two }

    private let reader: JSONReader

    init() throws {
        reader = try JSONReader([
            "text": "a", "number": 7, "flag": true, "nothing": .null, "word": "two",
            "inner": ["numbers": [1, 2], "texts": ["a"], "objects": [["deep": "x"], ["deep": 3]]],
        ])
    }

    @Test func `members are read by their type`() throws {
        #expect(try reader.string("text") == "a")
        #expect(try reader.integer("number") == 7)
        #expect(try reader.bool("flag") == true)
        #expect(try reader.choice("word") == Word.two)
        let inner = try reader.requiredSection("inner")
        #expect(try inner.integers("numbers") == [1, 2])
        #expect(try inner.strings("texts") == ["a"])
        #expect(try inner.sections("objects")[0].required("deep") == "x")
        #expect(try reader.members("inner")["texts"] == ["a"])
    }

    @Test func `null is the same as absent`() throws {
        for key in ["nothing", "none"] {
            #expect(try reader.string(key) == nil)
            #expect(try reader.section(key)?.path == nil)
            #expect(try reader.strings(key).isEmpty)
            #expect(try reader.members(key).isEmpty)
            #expect(throws: JSONShapeError(path: "$.\(key)", fault: .missing(expected: "a string"))) {
                let _: String = try reader.required(key)
            }
        }
    }

    @Test func `a fault says where it is and what was expected`() throws {
        let inner = try reader.requiredSection("inner")
        let deep = try inner.sections("objects")[1]
        #expect(
            throws: JSONShapeError(
                path: "$.inner.objects[1].deep", fault: .wrongType(expected: "a string", found: "an integer"))
        ) {
            try deep.string("deep")
        }
        #expect(
            throws: JSONShapeError(
                path: "$.inner.texts[0]", fault: .wrongType(expected: "an integer", found: "a string"))
        ) {
            try inner.integers("texts")
        }
        #expect(
            throws: JSONShapeError(
                path: "$.inner.numbers[0]", fault: .wrongType(expected: "an object", found: "an integer"))
        ) {
            try inner.sections("numbers")
        }
        #expect(throws: JSONShapeError(path: "$", fault: .wrongType(expected: "an object", found: "an array"))) {
            try JSONReader([1])
        }
        let wrong = JSONShapeError(path: "$.text", fault: .invalid(expected: "\"one\" or \"two\"", found: "\"a\""))
        #expect(throws: wrong) { let _: Word? = try reader.choice("text") }
        #expect(wrong.description == "$.text: expected \"one\" or \"two\", found \"a\"")
        #expect(
            JSONShapeError(path: "$.x", fault: .missing(expected: "a string")).description
                == "$.x: missing, expected a string")
    }
}
