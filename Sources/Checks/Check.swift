public import Manifests

/// Holds what a source declared against what was decoded.
public enum Check {
    /// The result, or `nil` when nothing was declared.
    ///
    /// What a source leaves out is not compared, nor is what `policy` ignores. The main color is noted and never a
    /// reason for a verdict: of re-encodings of one picture, one in twenty moves it by 31 units.
    public static func section(
        declared: Declaration?, decoded: DecodedFacts, policy: CheckPolicy = CheckPolicy()
    ) -> CheckSection? {
        guard let declared, !declared.isEmpty else { return nil }
        var findings: [Finding] = []
        if let severity = policy.metadata {
            for field in Finding.Field.allCases {
                guard let pair = values(of: field, declared, decoded), !agree(pair, in: field) else { continue }
                findings.append(
                    Finding(field: field, declared: pair.declared, decoded: pair.decoded, severity: severity))
            }
        }
        let palette = policy.palette == nil ? nil : comparison(declared.colors?.palette ?? [], decoded.palette)
        if let severity = policy.palette, palette?.verdict == .mismatch {
            let pair = (declared.colors?.palette ?? [], decoded.palette)
            findings.append(
                Finding(
                    field: .palette, declared: .text(pair.0.joined(separator: " ")),
                    decoded: .text(pair.1.joined(separator: " ")), severity: severity))
        }
        findings.sort { $0.field.rawValue < $1.field.rawValue }
        let main =
            policy.palette == nil ? nil : comparison(list(declared.colors?.main), list(decoded.main))
        let verdict: CheckSection.Verdict =
            findings.isEmpty ? (palette?.verdict == .uncertain ? .uncertain : .match) : .mismatch
        return CheckSection(findings: findings, palette: palette, main: main, verdict: verdict)
    }

    /// Both sides of `field`, or `nil` when it was not declared. Palettes and variants are compared elsewhere.
    private static func values(
        of field: Finding.Field, _ declared: Declaration, _ decoded: DecodedFacts
    ) -> (declared: Finding.Value, decoded: Finding.Value)? {
        switch field {
        case .bytes: declared.bytes.map { (.number($0), .number(decoded.bytes)) }
        case .extension: declared.extension.map { (.text($0), .text(decoded.extension)) }
        case .frames: declared.frames.map { (.number($0), .number(decoded.frames)) }
        case .height: declared.height.map { (.number($0), .number(decoded.height)) }
        case .width: declared.width.map { (.number($0), .number(decoded.width)) }
        case .palette, .variant: nil
        }
    }

    private static func agree(
        _ pair: (declared: Finding.Value, decoded: Finding.Value), in field: Finding.Field
    ) -> Bool {
        guard field == .extension, case .text(let declared) = pair.declared, case .text(let decoded) = pair.decoded
        else { return pair.declared == pair.decoded }
        return plain(declared) == plain(decoded)
    }

    /// An extension without its dot and in one spelling: `jpg` and `jpeg` are one.
    private static func plain(_ extension: String) -> String {
        let name = `extension`.lowercased().drop { $0 == "." }
        return name == "jpg" ? "jpeg" : String(name)
    }

    private static func list(_ color: String?) -> [String] { color.map { [$0] } ?? [] }

    /// Colors as sets; entries that are no `#RRGGBB` are passed over, and `nil` when a side has no others.
    private static func comparison(_ declared: [String], _ decoded: [String]) -> CheckSection.ColorComparison? {
        guard
            let distance = PaletteDistance.between(
                declared.compactMap(LabColor.init(hexadecimal:)), decoded.compactMap(LabColor.init(hexadecimal:)))
        else { return nil }
        // Every operation up to here is exactly rounded and in a fixed order (`FixedMath`), so the distance has the
        // same bits on every machine, and neither this rounding nor the verdict can flip by a last bit.
        return CheckSection.ColorComparison(
            distance: Int(distance.rounded(.toNearestOrAwayFromZero)), verdict: PaletteDistance.verdict(distance))
    }
}
