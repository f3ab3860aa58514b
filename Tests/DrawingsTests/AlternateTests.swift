import Drawings
import Rasters
import Testing

struct AlternateTests {
    @Test(arguments: [Drawing.Kind.figure, .lineArt, .cat], [UInt64(1), 2, 3])
    func `an alternate differs in some places and is the same in most`(kind: Drawing.Kind, seed: UInt64) {
        let drawing = Drawing.scene(kind, seed: seed)
        let original = drawing.raster(width: 160, height: 160)
        #expect(!drawing.alternates.isEmpty)
        for alternate in drawing.alternates {
            let version = alternate.drawing.raster(width: 160, height: 160)
            let changed = stride(from: 0, to: original.pixels.count, by: 4).count { index in
                original.pixels[index..<index + 4] != version.pixels[index..<index + 4]
            }
            let share = Double(changed) / Double(160 * 160)
            #expect(share > 0.001 && share < 0.4, "\(alternate.name): \(share)")
        }
    }

    @Test func `a version and its alternate have one name each`() {
        let names = Drawing.scene(.figure, seed: 1).alternates.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test func `landscapes have no alternates`() {
        #expect(Drawing.scene(.landscape, seed: 1).alternates.isEmpty)
    }
}
