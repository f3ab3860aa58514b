import Duplicates
import JSONText
import Manifests
import Sequences
import Stages

/// How two pictures are related, for people and for programs.
struct ComparisonWords {
    let sides: [ComparedPicture]
    let verdict: PairVerdict

    /// `pawprint.comparison/1`.
    var json: JSONValue {
        .object([
            "distance": .integer(verdict.distance), "evidence": .object(verdict.evidence.json),
            "images": .array(sides.map { .string($0.record.id) }), "relation": .string(verdict.relation.rawValue),
            "schema": "pawprint.comparison/1",
            "words": .string(verdict.words),
        ])
    }

    /// The two pictures, the relation in words, and the evidence.
    var text: String {
        var lines = sides.enumerated().map { index, side in "\(index == 0 ? "A" : "B")  \(describe(side.record))" }
        lines += ["", "\(verdict.relation.rawValue): \(verdict.words)", ""]
        if verdict.evidence.orientation != 1 { lines.append("orientation    \(turn)") }
        if let frames = verdict.evidence.frames { lines += words(for: frames) }
        lines.append("fingerprints   \(verdict.distance) of 256 bits differ")
        lines.append("detail         correlates to \(permille(verdict.evidence.correlation))")
        lines.append("luma           \(milli(verdict.evidence.lumaResidual)) levels differ in the middle of all places")
        lines.append(
            "worst place    \(permille(verdict.evidence.worstTile)) of what even damage explains, in color "
                + permille(verdict.evidence.worstColorTile))
        lines.append("differing      \(permille(verdict.evidence.differingShare)) of the picture\(place)")
        lines.append(
            "tone, color    shifted by \(milli(verdict.evidence.toneShift)) and \(milli(verdict.evidence.colorShift)) levels"
        )
        return lines.joined(separator: "\n")
    }

    /// What all frames say; what follows it is measured on the first ones.
    private func words(for frames: SequenceVerdict) -> [String] {
        // Verdicts count in the order of digests.
        let isSwapped = sides[1].picture.digest < sides[0].picture.digest
        let one = "\(frames.firstMatched) of \(frames.firstRuns)"
        let other = "\(frames.secondMatched) of \(frames.secondRuns)"
        let (a, b) = isSwapped ? (other, one) : (one, other)
        var lines = ["frames         \(a) distinct frames of A are in B, \(b) of B in A"]
        if frames.relation != .still { lines.append("movement       correlates to \(permille(frames.motion))") }
        return lines + ["first frames:"]
    }

    /// What has to be done to which picture; the evidence is of that whose digest sorts later.
    private var turn: String {
        let isSecondLater = sides[0].picture.digest < sides[1].picture.digest
        let (later, earlier) = isSecondLater ? ("B", "A") : ("A", "B")
        return "\(later) as shown with the EXIF orientation \(verdict.evidence.orientation) is \(earlier)"
    }

    private var place: String {
        guard let box = verdict.evidence.box else { return "" }
        return
            ", from (\(permille(box.x)), \(permille(box.y))), \(permille(box.width)) wide, \(permille(box.height)) high"
    }

    private func describe(_ record: ManifestRecord) -> String {
        guard let file = record.file, let image = record.image else { return record.id }
        let frames = image.frames > 1 ? ", \(image.frames) frames" : ""
        let quality = record.fingerprint.map { ", fingerprint quality \($0.quality)" } ?? ""
        return
            "\(record.id)  (\(file.format ?? "?") \(image.width)x\(image.height)\(frames), \(file.bytes) bytes\(quality))"
    }

    private func permille(_ value: Int) -> String { "\(value / 10).\(value % 10) %" }

    private func milli(_ value: Int) -> String {
        let tenths = (abs(value) + 50) / 100
        return "\(value < 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
    }
}
