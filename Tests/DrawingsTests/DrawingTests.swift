import Crypto
import Drawings
import Foundation
import Rasters
import TestSupport
import Testing

struct DrawingTests {
    @Test(arguments: Drawing.Kind.allCases)
    func `one seed gives one picture`(kind: Drawing.Kind) {
        let first = Drawing.scene(kind, seed: 7).raster(width: 96, height: 80)
        let second = Drawing.scene(kind, seed: 7).raster(width: 96, height: 80)
        #expect(first == second)
        #expect((first.width, first.height) == (96, 80))
    }

    @Test(arguments: Drawing.Kind.allCases)
    func `other seeds give other pictures`(kind: Drawing.Kind) {
        let rasters = (0..<12).map { Drawing.scene(kind, seed: $0).raster(width: 48, height: 48) }
        #expect(Set(rasters).count == 12)
    }

    /// Rewritten from this test's own message when a scene is changed on purpose.
    @Test(arguments: [
        (Drawing.Kind.figure, "345b17219bcb0775"), (.lineArt, "dfc0e4f897558f75"), (.cat, "1499e8a835787ee1"),
        (.landscape, "cc004242b09efc39"), (.poster, "e7173e8348599161"), (.gradient, "a343e84d40af466d"),
        (.photograph, "a3c528f4ef2799da"),
    ])
    func `every machine draws the same pixels`(kind: Drawing.Kind, expected: String) {
        let pixels = (0..<3).flatMap { Drawing.scene(kind, seed: $0).raster(width: 120, height: 90).pixels }
        #expect(Self.digest(pixels).prefix(16) == expected)
    }

    @Test func `the committed hashes are those of the drawings of today`() throws {
        let list = String(decoding: try Fixtures.file("drawings.sha256"), as: UTF8.self)
        let raster = Drawing.scene(.gradient, seed: 4).raster(width: 320, height: 256)
        #expect(list.contains(Self.digest(raster.pixels) + "  gradient-320x256\n"))
    }

    @Test func `every part of a drawing but a sticker's background is opaque`() {
        for kind in Drawing.Kind.allCases {
            let raster = Drawing.scene(kind, seed: 5).raster(width: 64, height: 48)
            let isOpaque = stride(from: 3, to: raster.pixels.count, by: 4).allSatisfy { raster.pixels[$0] == 255 }
            #expect(isOpaque, "\(kind)")
        }
        let sticker = Drawing.sticker(FigureLook(seed: 5)).raster(width: 64, height: 48)
        #expect(sticker.pixels[3] == 0)
    }

    @Test func `a drawing is nearly the same at another size`() {
        let small = Drawing.scene(.figure, seed: 3).raster(width: 60, height: 75)
        let large = Drawing.scene(.figure, seed: 3).raster(width: 240, height: 300).edited(.scaled(percent: 25))
        let difference = zip(small.pixels, large.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        #expect(Double(difference) / Double(small.pixels.count) < 4)
    }

    @Test func `16-bit samples are the 8-bit ones with more digits`() {
        let drawing = Drawing.scene(.gradient, seed: 2)
        let deep = drawing.deepSamples(width: 40, height: 30)
        let plain = drawing.raster(width: 40, height: 30).pixels
        #expect(zip(deep, plain).allSatisfy { abs(Int($0.0) - Int($0.1) * 257) <= 129 })
    }

    private static func digest(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    }
}
