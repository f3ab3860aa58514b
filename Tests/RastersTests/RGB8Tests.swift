import Rasters
import Testing

@Suite struct RGB8Tests {
    @Test func `a color is written in upper case with all its digits`() {
        #expect(RGB8(red: 0, green: 10, blue: 255).hexadecimal == "#000AFF")
    }

    @Test func `what was written is read`() throws {
        for value in stride(from: 0, to: 1 << 24, by: 65_521) {
            let color = RGB8(
                red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
            #expect(try RGB8(hexadecimal: color.hexadecimal) == color)
            #expect(try RGB8(hexadecimal: color.hexadecimal.lowercased()) == color)
        }
    }

    @Test(arguments: [
        ("", ColorTextError.wrongLength("")), ("EBC6C5", .noNumberSign("EBC6C5")),
        ("#EBC6C", .wrongLength("#EBC6C")), ("#EBC6C55", .wrongLength("#EBC6C55")),
        ("#EBG6C5", .notADigit("#EBG6C5", offset: 3)), ("#-1-2-3", .notADigit("#-1-2-3", offset: 1)),
        ("#ÄBCDE", .notADigit("#ÄBCDE", offset: 1)),
    ])
    func `another text is an error with its reason`(text: String, error: ColorTextError) {
        #expect(throws: error) { try RGB8(hexadecimal: text) }
    }
}
