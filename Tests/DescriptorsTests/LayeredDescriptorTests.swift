import Descriptors
import Randomness
import Rasters
import Testing

@Suite struct LayeredDescriptorTests {
    /// Planes of noise.
    private struct Planes {
        let layout: PlaneLayout
        let luma: [UInt8]
        let cb: [UInt8]
        let cr: [UInt8]

        init(_ layout: PlaneLayout, seed: UInt64) {
            self.layout = layout
            var random = SplitMix64(seed: seed)
            luma = (0..<layout.width * layout.height).map { _ in .random(in: 0...255, using: &random) }
            cb = (0..<layout.chromaWidth * layout.chromaHeight).map { _ in .random(in: 0...255, using: &random) }
            cr = cb.map { $0 ^ UInt8.random(in: 0...63, using: &random) }
        }

        func descriptor(_ builder: inout DescriptorBuilder) -> Descriptor {
            builder.begin(layout)
            for row in 0..<layout.height {
                builder.take(luma: luma.span.extracting(row * layout.width..<(row + 1) * layout.width))
            }
            for row in 0..<layout.chromaHeight {
                let part = row * layout.chromaWidth..<(row + 1) * layout.chromaWidth
                builder.take(cb: cb.span.extracting(part), cr: cr.span.extracting(part))
            }
            return builder.finish()
        }
    }

    private static let layouts = DescriptorBuilderTests.sizes.flatMap { width, height in
        [(2, 2), (1, 1), (2, 1), (0, 0)].map { across, down in
            PlaneLayout(
                width: width, height: height, across: across, down: down,
                range: (width + height) % 2 == 0 ? .full : .studio)
        }
    }

    @Test func `cells are the exact means of every sample's share`() {
        var builder = DescriptorBuilder()
        for (index, layout) in Self.layouts.enumerated() {
            let planes = Planes(layout, seed: UInt64(index))
            let descriptor = planes.descriptor(&builder)
            let luma = means(planes.luma, layout.width, layout.height, side: 64)
            let cb = means(planes.cb, layout.chromaWidth, layout.chromaHeight, side: 32)
            let cr = means(planes.cr, layout.chromaWidth, layout.chromaHeight, side: 32)
            let isFull = layout.range == .full
            #expect(agree(descriptor.luma, luma) { isFull ? $0 : ($0 - 16) * 255 / 219 }, "\(layout)")
            #expect(agree(descriptor.cb, cb) { isFull ? $0 : ($0 - 128) * 255 / 224 + 128 }, "\(layout)")
            #expect(agree(descriptor.cr, cr) { isFull ? $0 : ($0 - 128) * 255 / 224 + 128 }, "\(layout)")
        }
    }

    private func means(_ plane: [UInt8], _ width: Int, _ height: Int, side: Int) -> [Double] {
        if plane.isEmpty { return [Double](repeating: 128, count: side * side) }
        return PlainDescriptor.means({ Int(plane[$1 * width + $0]) }, width: width, height: height, side: side)
            .map { Double($0) / Double(width * height) }
    }

    private func agree(_ cells: [UInt8], _ means: [Double], _ level: (Double) -> Double) -> Bool {
        zip(cells, means).allSatisfy { abs(Double($0) - max(0, min(255, level($1)))) <= 0.501 }
    }

    @Test func `gray planes have the detail and luma of gray pixels`() {
        var builder = DescriptorBuilder()
        for (width, height) in DescriptorBuilderTests.sizes {
            let planes = Planes(
                PlaneLayout(width: width, height: height, across: 0, down: 0, range: .full), seed: UInt64(width))
            let painting = Painting(width: width, height: height) { x, y in
                let level = planes.luma[y * width + x]
                return (level, level, level)
            }
            #expect(planes.descriptor(&builder) == painting.descriptor, "\(width)x\(height)")
        }
    }
}
