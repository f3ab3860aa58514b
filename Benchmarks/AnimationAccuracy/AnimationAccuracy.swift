import Drawings
import Foundation
import Rasters
import Codecs
import Sequences

/// Makes variants of animations, drawn ones and those of a folder, and says how many are recognized, and what else is.
@main struct AnimationAccuracy {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        let seeds = arguments.popFirst().flatMap { Int($0) } ?? 8
        var sources: [(String, Animation)] = []
        for seed in 1...max(1, seeds) {
            for motion in 0..<Drawn.motions {
                sources.append(("drawn-\(seed)-\(motion)", Drawn.animation(seed: UInt64(seed), motion: motion)))
            }
        }
        for path in arguments {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            let bytes = [UInt8](data)
            var sink = RasterSink()
            var decoder = ImageDecoder()
            guard let header = try? ImageDecoder.header(of: bytes.span), header.frames >= 3,
                (try? decoder.decode(bytes.span, header: header, into: &sink)) != nil
            else { continue }
            var animation = Animation(sink.rasters.map { $0.edited(.flattened(Ink(0xFFFFFF))) }, delay: 100)
            animation.delays = header.delays.map { max(20, Int($0)) }
            sources.append((path, animation))
        }
        var table: [String: [String: Int]] = [:]
        var originals: [Subject] = []
        for (index, source) in sources.enumerated() {
            var lots = Lots(seed: UInt64(index))
            guard let original = Subject(source.0, Encoding.gif(colors: 128).file(source.1)) else { continue }
            originals.append(original)
            for variant in Variant.all {
                guard let copy = Subject(variant.name, variant.encoding.file(variant.change(source.1, &lots))) else {
                    print("no \(variant.name) of \(source.0)")
                    continue
                }
                let verdict = original.sequence.compared(with: copy.sequence)
                table[variant.name, default: [:]][verdict.relation.rawValue, default: 0] += 1
                let isRight =
                    variant.isStill
                    ? verdict.relation == .still || verdict.relation == .motionless
                    : [.same, .retimed, .motionless].contains(verdict.relation)
                if !isRight { print(source.0, variant.name, verdict) }
                if variant.isStill, let match = original.sequence.match(of: copy.still), !match.isFrame,
                    verdict.relation == .still
                {
                    print("  by descriptor", match)
                }
            }
        }
        for variant in Variant.all {
            let row = (table[variant.name] ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            print(variant.name, row.joined(separator: ", "))
        }
        var relations: [String: Int] = [:]
        for (index, one) in originals.enumerated() {
            for other in originals[(index + 1)...] {
                let verdict = one.sequence.compared(with: other.sequence)
                relations[verdict.relation.rawValue, default: 0] += 1
                if verdict.relation != .unrelated,
                    min(verdict.firstCoverage, verdict.secondCoverage) > 250 || ![.shared].contains(verdict.relation)
                {
                    print(one.name, other.name, verdict)
                }
            }
        }
        print("other animations:", relations.sorted { $0.key < $1.key })
    }
}
