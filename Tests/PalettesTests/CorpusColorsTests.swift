import Palettes
import Rasters
import TestSupport
import Testing

@Suite(.enabled(if: Corpus.exists)) struct CorpusColorsTests {
    private func files(of set: String) throws -> [(path: String, facts: [String: Any])] {
        let files = try Corpus.expected(set)["files"] as? [String: [String: Any]] ?? [:]
        return files.sorted { $0.key < $1.key }.map { ("\(set)/\($0.key)", $0.value) }
    }

    @Test func `the pictures of color-thief have their colors`() throws {
        var thief = ColorThief()
        for (path, facts) in try files(of: "color-thief") {
            let sampler = try SamplingSink.sampler(of: Corpus.file(path))
            for space in [PaletteSpace.oklch, .rgb] {
                let colors = thief.colors(of: sampler, in: space)
                if let dominant = facts["dominant"] as? [Int] {
                    let expected = RGB8(
                        red: UInt8(dominant[0]), green: UInt8(dominant[1]), blue: UInt8(dominant[2]))
                    // Through the lattice of OKLCH, a color comes back changed by a little.
                    let limit = space == .rgb ? 0 : 1.5
                    #expect(OKLab(colors.main).distance(to: OKLab(expected)) <= limit, "\(path), \(space)")
                }
                #expect(!colors.palette.colors.isEmpty)
                #expect(colors.palette.shares.reduce(0, +) == 1000)
            }
        }
    }

    @Test func `a rainbow gives as many colors as are asked for`() throws {
        let path = "color-thief/cypress/test-pages/img/rainbow-vertical.png"
        let sampler = try SamplingSink.sampler(of: Corpus.file(path))
        var thief = ColorThief()
        for count in 2...20 {
            #expect(thief.palette(of: sampler, count: count).colors.count == count)
        }
    }

    @Test func `the colors of flags are found`() throws {
        var thief = ColorThief()
        for (path, facts) in try files(of: "auto-palette") {
            guard let listed = facts["colors"] as? [String] else { continue }
            let palette = thief.palette(of: try SamplingSink.sampler(of: Corpus.file(path)))
            let found = zip(palette.colors, palette.shares).filter { $0.1 >= 20 }.map { OKLab($0.0) }
            // White is left out by the method, as everything above 250 is.
            for text in listed where text != "#FFFFFF" {
                let color = OKLab(try RGB8(hexadecimal: text))
                // For a CIEDE2000 of 10; the files are in colors of their own, up to 8 from the listed ones.
                #expect(found.contains { $0.distance(to: color) < 8 }, "\(path), \(text)")
            }
        }
    }
}
