import Palettes
import Randomness
import Rasters
import Testing

@Suite struct PlaneSamplesTests {
    /// The color of a pixel by the formulas, unrounded and clipped.
    private func channels(_ luma: UInt8, _ cb: UInt8, _ cr: UInt8, _ range: PlaneLayout.Range) -> [Double] {
        let (y, u, v) = (Double(luma), Double(cb) - 128, Double(cr) - 128)
        let all =
            switch range {
            case .full: [y + 1.402 * v, y - 0.344136 * u - 0.714136 * v, y + 1.772 * u]
            case .studio:
                [
                    (y - 16) * 255 / 219 + 1.402 * v * 255 / 224,
                    (y - 16) * 255 / 219 - (0.344136 * u + 0.714136 * v) * 255 / 224,
                    (y - 16) * 255 / 219 + 1.772 * u * 255 / 224,
                ]
            }
        return all.map { max(0, min(255, $0)) }
    }

    @Test(arguments: [(2, 2), (2, 1), (1, 1), (4, 2), (3, 1), (0, 0)], [PlaneLayout.Range.full, .studio])
    func `every sample is the color of its place, whatever the strips`(
        sharing: (Int, Int), range: PlaneLayout.Range
    ) throws {
        var random = SplitMix64(seed: UInt64(sharing.0 * 10 + sharing.1))
        for (width, height) in [(1, 1), (7, 5), (40, 33), (301, 50), (640, 480)] {
            let layout = PlaneLayout(
                width: width, height: height, across: sharing.0, down: sharing.1, range: range)
            func plane(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255, using: &random) } }
            let luma = plane(width * height)
            let (cb, cr) = (
                plane(layout.chromaWidth * layout.chromaHeight), plane(layout.chromaWidth * layout.chromaHeight)
            )
            for rows in [max(sharing.1, 1), 16 / max(sharing.1, 1) * max(sharing.1, 1), height + height % 2] {
                var sampler = ColorSampler()
                sampler.begin(width: width, height: height)
                take(layout, luma, cb, cr, rows: rows, &sampler)
                var place = 0
                for sample in sampler.samples {
                    let (y, x) = (place / width, place % width)
                    let shared = sharing.0 == 0 ? nil : y / sharing.1 * layout.chromaWidth + x / sharing.0
                    let (u, v) = (shared.map { cb[$0] } ?? 128, shared.map { cr[$0] } ?? 128)
                    let expected = channels(luma[place], u, v, range)
                    #expect(sample >> 24 == 255)
                    #expect((0..<3).allSatisfy { abs(Double(sample >> (8 * $0) & 255) - expected[$0]) < 0.51 })
                    place += sampler.stride
                }
                #expect(place >= width * height && place < width * height + sampler.stride)
            }
        }
    }

    private func take(
        _ layout: PlaneLayout, _ luma: [UInt8], _ cb: [UInt8], _ cr: [UInt8], rows: Int, _ sampler: inout ColorSampler
    ) {
        let chromaRows = layout.hasChroma ? rows / layout.down : 0
        for first in stride(from: 0, to: layout.height, by: rows) {
            let count = min(rows, layout.height - first)
            let chromaFirst = layout.hasChroma ? first / layout.down : 0
            let chromaCount = min(chromaRows, layout.chromaHeight - chromaFirst)
            let part = chromaFirst * layout.chromaWidth..<(chromaFirst + chromaCount) * layout.chromaWidth
            sampler.take(
                luma: luma.span.extracting(first * layout.width..<(first + count) * layout.width), count: count,
                cb: cb.span.extracting(part), cr: cr.span.extracting(part), chromaCount: chromaCount, layout: layout)
        }
    }
}
