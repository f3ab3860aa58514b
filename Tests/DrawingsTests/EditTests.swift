import Drawings
import Rasters
import Testing

struct EditTests {
    private let raster = Drawing.scene(.poster, seed: 2).raster(width: 60, height: 40)

    @Test func `eight orientations undo one another`() {
        for orientation in 1...8 {
            let undo = [6: 8, 8: 6][orientation] ?? orientation
            #expect(raster.edited(.oriented(orientation)).edited(.oriented(undo)) == raster)
        }
        let turned = raster.edited(.oriented(6))
        #expect((turned.width, turned.height) == (40, 60))
        // A quarter turn clockwise brings the lower left corner to the upper left.
        #expect(turned.pixels[0..<4] == raster.pixels[(39 * 60 * 4)..<(39 * 60 * 4 + 4)])
    }

    @Test func `mirroring is orientation 2`() {
        #expect(raster.edited(.mirrored) == raster.edited(.oriented(2)))
        #expect(raster.edited(.mirrored) != raster)
    }

    @Test func `a picture scaled to its own size is itself`() {
        #expect(raster.edited(.scaled(percent: 100)) == raster)
    }

    @Test func `halving takes the mean of four pixels`() {
        let values: [UInt8] = [0, 100, 50, 250]
        let square = Raster(width: 2, height: 2, pixels: values.flatMap { [$0, $0, $0, 255] })
        #expect(square.edited(.scaled(percent: 50)).pixels == [100, 100, 100, 255])
    }

    @Test func `one color stays itself at every size`() {
        let flat = Raster(width: 8, height: 8, pixels: [UInt8](repeating: 200, count: 256))
        for percent in [25, 70, 150, 400] {
            #expect(flat.edited(.scaled(percent: percent)).pixels.allSatisfy { $0 == 200 })
        }
    }

    @Test func `cutting off and framing change the size as they say`() {
        let cropped = raster.edited(.cropped(left: 100, top: 50, right: 0, bottom: 50))
        #expect((cropped.width, cropped.height) == (54, 36))
        let framed = raster.edited(.bordered(permille: 50, Ink(0x000000)))
        #expect((framed.width, framed.height) == (66, 46))
        #expect(framed.edited(.cropped(left: 46, top: 66, right: 46, bottom: 66)) == raster)
    }

    @Test func `a caption adds a bar and leaves the picture alone`() {
        let captioned = raster.edited(.captioned("Good morning!"))
        #expect(captioned.height > raster.height)
        #expect(Array(captioned.pixels.suffix(raster.pixels.count)) == raster.pixels)
    }

    @Test func `a watermark changes a corner only`() {
        let marked = raster.edited(.watermarked("Pawprint"))
        #expect(marked != raster)
        #expect(marked.pixels.prefix(60 * 4 * 30) == raster.pixels.prefix(60 * 4 * 30))
    }

    @Test func `a full turn of hue changes nothing but rounding`() {
        let turned = raster.edited(.hueTurned(permille: 1000))
        #expect(Self.largestDifference(turned, raster) <= 1)
    }

    @Test func `gray has three equal channels`() {
        let gray = raster.edited(.grayscale).pixels
        for index in stride(from: 0, to: gray.count, by: 4) {
            #expect(gray[index] == gray[index + 1] && gray[index] == gray[index + 2])
        }
    }

    @Test func `grain stays within its amplitude`() {
        let grained = raster.edited(.grained(amplitude: 3, seed: 1))
        #expect(grained != raster)
        #expect(Self.largestDifference(grained, raster) <= 3)
    }

    @Test func `what is transparent takes the color it is laid on`() {
        let clear = Raster(width: 1, height: 1, pixels: [9, 9, 9, 0])
        #expect(clear.edited(.flattened(Ink(0x102030))).pixels == [16, 32, 48, 255])
    }

    private static func largestDifference(_ first: Raster, _ second: Raster) -> Int {
        zip(first.pixels, second.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 0
    }
}
