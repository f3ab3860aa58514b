import Calibration
import Codecs
import Drawings
import Foundation
import Rasters

/// The pictures of a run.
enum Subjects {
    /// The longer side of what is looked at: larger pictures are made smaller first, for their cells are all that counts.
    private static let longest = 512

    /// Pictures of `folders`, in the order of their names, those of which the name falls to `set`.
    static func pictures(in folders: [String], set: AccuracyOptions.Part) -> [Subject] {
        folders.flatMap { folder in
            files(in: folder).compactMap { path -> Subject? in
                let name = String(path.dropFirst(folder.count))
                var chance = Chance(name, seed: 1)
                guard set.takes(Int(chance.bits() % 2)), let data = FileManager.default.contents(atPath: path),
                    let raster = try? Raster.decoded([UInt8](data)), min(raster.width, raster.height) >= 100
                else { return nil }
                return Subject(name: name, raster: bounded(raster))
            }
        }
    }

    /// `count` generated drawings, then what looks like them; development and held-out sets have seeds of their own.
    static func drawings(_ count: Int, seed: UInt64, set: AccuracyOptions.Part) -> [Subject] {
        let kinds: [Drawing.Kind] = [.figure, .photograph, .figure, .lineArt, .landscape, .figure, .cat, .poster]
        var subjects: [Subject] = []
        for place in 0..<count {
            let part = place % 2
            guard set.takes(part) else { continue }
            let kind = kinds[place / 2 % kinds.count]
            var own = seed &* 1_000_000 &+ UInt64(part * 500_000 + place)
            // Distinct pictures are wanted: of drawings from stock the first is taken.
            while Drawing.scene(kind, seed: own).isStock, subjects.contains(where: { $0.drawing?.isStock ?? false }) {
                own &+= 1000
            }
            let size = [(384, 512), (512, 384), (448, 448)][place / 2 % 3]
            let drawing = Drawing.scene(kind, seed: own)
            subjects.append(
                Subject(
                    name: "\(kind.rawValue) \(own)", raster: drawing.raster(width: size.0, height: size.1).onWhite,
                    drawing: drawing))
        }
        return subjects + decoys(count / 4, seed: seed, set: set)
    }

    /// Flat pictures, gradients, and series of drawings of one layout.
    private static func decoys(_ count: Int, seed: UInt64, set: AccuracyOptions.Part) -> [Subject] {
        var subjects: [Subject] = []
        for place in 0..<count where set.takes(place % 2) {
            let own = seed &* 1_000_000 &+ UInt64(900_000 + place)
            let color = flat(place)
            subjects.append(
                Subject(name: "flat \(own)", raster: .made(width: 300, height: 200) { _, _ in color }, isDecoy: true))
            subjects.append(
                Subject(
                    name: "gradient \(own)",
                    raster: Drawing.scene(.gradient, seed: own).raster(width: 320, height: 320).onWhite,
                    isDecoy: true))
            // One character in one place before one backdrop, drawn four times with other hair, clothes and face.
            var look = FigureLook(seed: own)
            // In lines alone two looks of other colors may be one: these differ in what is drawn.
            look.ears = FigureLook.Ears.allCases[place / 2 % 4]
            look.item = FigureLook.Item.allCases[place / 8 % 4]
            look.pin = FigureLook.Pin.allCases[place / 32 % 4]
            for (version, (hair, outfit)) in zip(FigureLook.Hair.allCases, FigureLook.Outfit.allCases).enumerated() {
                look.hair = hair
                look.outfit = outfit
                look.bangs = FigureLook.Bangs.allCases[version % 3]
                look.expression = FigureLook.Expression.allCases[version]
                for (kind, drawing) in [("figure", Drawing.figure(look)), ("line-art", Drawing.lineArt(look))] {
                    subjects.append(
                        Subject(
                            name: "series \(kind) \(own) \(version)",
                            raster: drawing.raster(width: 384, height: 512).onWhite, isDecoy: true,
                            family: "series \(kind) \(own)"))
                }
            }
        }
        return subjects
    }

    /// A color for each number, no two of the first hundreds alike: steps by powers of the root of x^4 = x + 1.
    private static func flat(_ place: Int) -> SIMD4<Float> {
        let steps: [Double] = [0.8191725134, 0.6710436067, 0.5497004779]
        let levels = steps.map { Float(($0 * Double(place)).truncatingRemainder(dividingBy: 1) * 255) }
        return SIMD4(levels[0], levels[1], levels[2], 255)
    }

    private static func files(in folder: String) -> [String] {
        var found: [String] = []
        let walk = FileManager.default.enumerator(atPath: folder)
        while let name = walk?.nextObject() as? String {
            let kind = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
            if ["png", "jpg", "jpeg", "webp"].contains(kind) { found.append(folder + "/" + name) }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func bounded(_ raster: Raster) -> Raster {
        let side = max(raster.width, raster.height)
        guard side > longest else { return raster }
        return raster.resized(
            toWidth: max(1, raster.width * longest / side), height: max(1, raster.height * longest / side))
    }
}
