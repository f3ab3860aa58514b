import JSONText
import Manifests
import Randomness
import TestSupport

/// Records for tests: the example of the documentation, and as many others as wanted.
enum Samples {
    /// Every section filled.
    static var full: ManifestRecord {
        var record = ManifestRecord(
            id: "nekosia:67f3/compressed",
            source: SourceSection(
                kind: "nekosia", item: "67f3", variant: "compressed", url: "https://cdn.nekosia.cat/a.jpg",
                page: "https://nekosia.cat/p", direct: "https://i.pximg.net/1_p0.png"),
            annotations: Annotations(
                tags: ["catgirl", "blue-hair"], category: "catgirl",
                artist: Annotations.Artist(name: "Ä/\"B\"", url: "https://www.pixiv.net/users/1"), copyright: "(c)",
                rating: "safe", extra: ["z": .null, "a": .array([.integer(1), .number(0.5), .bool(true)])]))
        record.fileName = "images/5f/5f0c.jpg"
        record.declared = Declaration(
            width: 1280, height: 1698, bytes: 371_730, extension: "jpeg",
            colors: Declaration.Colors(main: "#E1CACA", palette: ["#E1CACA"]))
        record.file = FileSection(bytes: 371_730, format: "jpeg", sha256: String(repeating: "5f", count: 32))
        record.image = ImageSection(
            width: 1279, height: 1698, alpha: ImageSection.Alpha.none, isLossless: false, quality: 83, metadataBytes: 0)
        record.fingerprint = FingerprintSection(kind: "pdq/1", quality: 98, value: String(repeating: "0f", count: 32))
        record.colors = ColorSection(
            method: "color-thief-oklch/1", main: "#EBC6C5", palette: ["#F4D8D7", "#33272B"], shares: [212, 90])
        record.check = CheckSection(
            findings: [Finding(field: .width, declared: .number(1280), decoded: .number(1279), severity: .error)],
            palette: CheckSection.ColorComparison(distance: 3, verdict: .match), verdict: .mismatch)
        record.group = GroupSection(
            role: .duplicate, id: "g000012", keeper: "nekosia:67f3/original", relation: "resized", distance: 4,
            reason: "fewer pixels of its own")
        return record
    }

    /// A record drawn from `random`, valid in every respect.
    static func record(_ random: inout SplitMix64) -> ManifestRecord {
        var record = ManifestRecord(
            id: "folder:\(Arbitrary.text(&random))x",
            source: SourceSection(
                kind: ["folder", "list", "stdin", "nekosia", "nekosbest"].randomElement(using: &random) ?? "list",
                item: maybe(Arbitrary.text(&random), &random), variant: maybe("original", &random),
                url: maybe(Arbitrary.text(&random), &random),
                page: maybe(Arbitrary.text(&random), &random), direct: maybe(Arbitrary.text(&random), &random)))
        record.annotations = Annotations(
            tags: (0..<Int.random(in: 0...4, using: &random)).map { _ in Arbitrary.text(&random) },
            category: maybe(Arbitrary.text(&random), &random),
            artist: maybe(Annotations.Artist(name: maybe(Arbitrary.text(&random), &random)), &random),
            anime: maybe(Arbitrary.text(&random), &random), character: maybe(Arbitrary.text(&random), &random),
            copyright: maybe(Arbitrary.text(&random), &random), rating: maybe("safe", &random),
            extra: Arbitrary.object(&random))
        record.fileName = maybe(Arbitrary.text(&random), &random)
        record.declared = maybe(
            Declaration(
                width: maybe(Int.random(in: -5...5000, using: &random), &random), extension: maybe("png", &random),
                frames: maybe(3, &random),
                colors: maybe(Declaration.Colors(main: maybe("red", &random), palette: ["#000000"]), &random)), &random)
        record.file = maybe(
            FileSection(
                bytes: Int.random(in: 0...1_000_000, using: &random), format: maybe("webp", &random),
                sha256: hex(&random)),
            &random)
        record.image = maybe(image(&random), &random)
        record.fingerprint = maybe(FingerprintSection(kind: "pdq/1", quality: 50, value: hex(&random)), &random)
        record.colors = maybe(
            ColorSection(method: "color-thief-oklch/1", main: "#0A0B0C", palette: ["#0A0B0C"], shares: [1000]), &random)
        record.check = maybe(check(&random), &random)
        record.group = maybe(group(&random), &random)
        record.error = maybe(
            ErrorSection(stage: "decode", code: "truncated-file", message: Arbitrary.text(&random)), &random)
        return record
    }

    private static func image(_ random: inout SplitMix64) -> ImageSection {
        ImageSection(
            width: Int.random(in: 1...9000, using: &random), height: 1, frames: 2, loops: maybe(0, &random),
            durationMilliseconds: maybe(120, &random), orientation: Int.random(in: 1...8, using: &random),
            alpha: ImageSection.Alpha.allCases.randomElement(using: &random), isLossless: maybe(true, &random),
            quality: maybe(75, &random), metadataBytes: maybe(4096, &random),
            damage: Bool.random(using: &random) ? [] : [Arbitrary.text(&random)])
    }

    private static func check(_ random: inout SplitMix64) -> CheckSection {
        CheckSection(
            findings: Finding.Field.allCases.shuffled(using: &random).prefix(2).map {
                Finding(field: $0, declared: .text(Arbitrary.text(&random)), decoded: .number(7), severity: .warning)
            }, palette: maybe(CheckSection.ColorComparison(distance: 9, verdict: .uncertain), &random),
            main: maybe(CheckSection.ColorComparison(distance: 90, verdict: .mismatch), &random), verdict: .mismatch)
    }

    private static func group(_ random: inout SplitMix64) -> GroupSection {
        GroupSection(
            role: GroupSection.Role.allCases.randomElement(using: &random) ?? .unique, id: maybe("g000001", &random),
            keeper: maybe(Arbitrary.text(&random), &random), relation: maybe("same-pixels", &random),
            distance: maybe(31, &random), reason: maybe(Arbitrary.text(&random), &random))
    }

    private static func hex(_ random: inout SplitMix64) -> String {
        (0..<64).map { _ in String(Int.random(in: 0..<16, using: &random), radix: 16) }.joined()
    }

    private static func maybe<Value>(_ value: Value, _ random: inout SplitMix64) -> Value? {
        Bool.random(using: &random) ? value : nil
    }
}
