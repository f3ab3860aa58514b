import Checks
import Manifests
import Testing

private let decoded = DecodedFacts(
    width: 1279, height: 1698, bytes: 371_730, extension: "jpeg", frames: 1, main: "#EBC6C5",
    palette: ["#F4D8D7", "#33272B", "#A05A5C"])
/// Exactly what `decoded` is.
private let truth = Declaration(
    width: 1279, height: 1698, bytes: 371_730, extension: "jpeg", frames: 1,
    colors: Declaration.Colors(main: "#EBC6C5", palette: ["#F4D8D7", "#33272B", "#A05A5C"]))

struct CheckTests {
    @Test func `where nothing is declared there is no section`() {
        #expect(Check.section(declared: nil, decoded: decoded) == nil)
        #expect(Check.section(declared: Declaration(), decoded: decoded) == nil)
    }

    @Test func `a true declaration is a match`() {
        let none = CheckSection.ColorComparison(distance: 0, verdict: .match)
        #expect(
            Check.section(declared: truth, decoded: decoded)
                == CheckSection(findings: [], palette: none, main: none, verdict: .match))
    }

    @Test func `only what was declared is compared`() {
        #expect(Check.section(declared: Declaration(height: 1698), decoded: decoded) == CheckSection())
    }

    @Test func `each wrong field is a finding with both sides, in the order of names`() {
        let declared = Declaration(width: 1280, height: 1, bytes: 2, extension: ".PNG", frames: 3)
        let expected = [
            Finding(field: .bytes, declared: .number(2), decoded: .number(371_730), severity: .error),
            Finding(field: .extension, declared: .text(".PNG"), decoded: .text("jpeg"), severity: .error),
            Finding(field: .frames, declared: .number(3), decoded: .number(1), severity: .error),
            Finding(field: .height, declared: .number(1), decoded: .number(1698), severity: .error),
            Finding(field: .width, declared: .number(1280), decoded: .number(1279), severity: .error),
        ]
        #expect(
            Check.section(declared: declared, decoded: decoded) == CheckSection(findings: expected, verdict: .mismatch))
    }

    @Test(arguments: ["jpg", "jpeg", "JPG", ".jpeg", "Jpeg"])
    func `jpg and jpeg are one extension`(name: String) {
        #expect(Check.section(declared: Declaration(extension: name), decoded: decoded) == CheckSection())
    }

    @Test func `palettes are compared as sets`() {
        var declared = truth
        declared.colors?.palette.reverse()
        declared.colors?.palette.append("#f4d8d7")
        #expect(Check.section(declared: declared, decoded: decoded)?.palette?.distance == 0)
    }

    @Test func `another palette is a warning with both palettes`() {
        var declared = truth
        declared.colors?.palette = ["#00FF00", "#0000FF"]
        let section = Check.section(declared: declared, decoded: decoded)
        #expect(
            section?.findings == [
                Finding(
                    field: .palette, declared: .text("#00FF00 #0000FF"), decoded: .text("#F4D8D7 #33272B #A05A5C"),
                    severity: .warning)
            ])
        #expect(section?.palette?.verdict == .mismatch)
        #expect(section?.verdict == .mismatch)
    }

    @Test func `a palette between the limits is uncertain, and no finding`() {
        // Grays of L* 53.6 and 62.2: their difference is 8.3.
        let facts = DecodedFacts(width: 1, height: 1, bytes: 1, extension: "png", frames: 1, palette: ["#808080"])
        let declared = Declaration(colors: Declaration.Colors(palette: ["#969696"]))
        #expect(
            Check.section(declared: declared, decoded: facts)
                == CheckSection(
                    palette: CheckSection.ColorComparison(distance: 8, verdict: .uncertain), verdict: .uncertain))
    }

    @Test func `another main color is noted and changes nothing`() {
        var declared = truth
        declared.colors?.main = "#00FF00"
        let section = Check.section(declared: declared, decoded: decoded)
        #expect(section?.main?.verdict == .mismatch)
        #expect(section?.findings == [])
        #expect(section?.verdict == .match)
    }

    @Test func `declared colors that are no colors are passed over`() {
        let declared = Declaration(colors: Declaration.Colors(main: "red", palette: ["", "#12", "#F4D8D7"]))
        let section = Check.section(declared: declared, decoded: decoded)
        #expect(section?.main == nil)
        #expect(section?.palette != nil)
    }

    @Test func `a policy sets the severity, or leaves the comparison out`() {
        let declared = Declaration(width: 1, colors: Declaration.Colors(main: "#000000", palette: ["#00FF00"]))
        let swapped = Check.section(
            declared: declared, decoded: decoded, policy: CheckPolicy(metadata: .warning, palette: .error))
        #expect(swapped?.findings.map(\.severity) == [.error, .warning])
        let ignored = Check.section(
            declared: declared, decoded: decoded, policy: CheckPolicy(metadata: nil, palette: nil))
        #expect(ignored == CheckSection())
    }

    @Test func `the distance takes the worse direction, and the verdict its limits`() {
        let black = LabColor(red: 0, green: 0, blue: 0)
        let white = LabColor(red: 255, green: 255, blue: 255)
        #expect(PaletteDistance.between([], [black]) == nil)
        #expect(PaletteDistance.between([black], []) == nil)
        let far = black.difference(to: white)
        #expect(PaletteDistance.between([black], [black, white]) == far / 2)
        #expect(PaletteDistance.between([black, white], [black]) == far / 2)
        #expect(PaletteDistance.verdict(6.9) == .match)
        #expect(PaletteDistance.verdict(6.900001) == .uncertain)
        #expect(PaletteDistance.verdict(10) == .uncertain)
        #expect(PaletteDistance.verdict(10.00001) == .mismatch)
    }
}
