import Rasters
import Testing

@Suite struct OrientationTests {
    /// 2 wide, 3 high: each pixel is a letter.
    private static let stored = picture(["ab", "cd", "ef"])

    private static func picture(_ rows: [String]) -> Raster {
        let letters = rows.joined().utf8
        return Raster(
            width: rows[0].utf8.count, height: rows.count, pixels: letters.flatMap { [$0, $0 &+ 1, $0 &+ 2, 255] })
    }

    @Test(arguments: [
        (Orientation.upright, ["ab", "cd", "ef"]),
        (.mirrored, ["ba", "dc", "fe"]),
        (.rotated180, ["fe", "dc", "ba"]),
        (.flipped, ["ef", "cd", "ab"]),
        (.transposed, ["ace", "bdf"]),
        (.rotatedRight, ["eca", "fdb"]),
        (.transversed, ["fdb", "eca"]),
        (.rotatedLeft, ["bdf", "ace"]),
    ])
    func `each value turns a picture as EXIF says`(orientation: Orientation, rows: [String]) {
        #expect(Self.stored.oriented(orientation) == Self.picture(rows))
    }

    @Test func `raw values are those of EXIF`() {
        #expect(Orientation.allCases.map(\.rawValue) == Array(1...8))
        #expect(Orientation.allCases.filter(\.swapsSides).map(\.rawValue) == [5, 6, 7, 8])
        #expect(Orientation(rawValue: 0) == nil && Orientation(rawValue: 9) == nil)
    }

    @Test(arguments: Orientation.allCases)
    func `rows turned some at a time are those turned at once`(orientation: Orientation) {
        let (width, height) = (37, 23)
        let pixels = (0..<width * height * 4).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 7) }
        let whole = Raster(width: width, height: height, pixels: pixels).oriented(orientation)
        for step in [1, 5, 16] {
            var result: [UInt8] = []
            for first in stride(from: 0, to: whole.height, by: step) {
                let count = min(step, whole.height - first)
                var rows = [UInt8](repeating: 0, count: count * whole.width * 4)
                var span = rows.mutableSpan
                orientation.turn(
                    pixels.span, width: width, height: height, first: first, count: count, into: &span)
                result += rows
            }
            #expect(result == whole.pixels, "\(step) rows at a time")
        }
    }
}
