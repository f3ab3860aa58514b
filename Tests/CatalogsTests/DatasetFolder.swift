import Catalogs
import Manifests
import TestSupport

/// A dataset folder for one test, which the catalog makes; removed with it.
struct DatasetFolder {
    private let parent: TemporaryFolder

    init() throws { parent = try TemporaryFolder() }

    var path: String { parent.path("dataset") }

    /// The file of the catalog.
    var file: String { Catalog.path(in: path) }

    /// Puts `bytes` where the catalog would be.
    func plant(_ bytes: [UInt8]) throws { try parent.write(bytes, to: "dataset/.pawprint/catalog.sqlite") }
}

/// The row number `index`, each different.
func row(_ index: Int) -> AnalysisRow {
    let digest = String(repeating: "0", count: 64 - "\(index)".count) + "\(index)"
    guard index % 5 != 0 else {
        let error = ErrorSection(stage: "decode", code: "truncated", message: "ends after \(index) bytes")
        let file = FileSection(bytes: index, format: "png", sha256: digest)
        return AnalysisRow(digest: digest, analysis: Analysis(file: file, error: error))
    }
    return AnalysisRow(
        digest: digest,
        analysis: Analysis(
            file: FileSection(bytes: index, format: "png", sha256: digest),
            image: ImageSection(width: index + 1, height: 7, alpha: ImageSection.Alpha.none),
            fingerprint: FingerprintSection(kind: "pdq/1", quality: 99, value: digest),
            colors: ColorSection(method: "m", main: "#000000", palette: ["#000000"], shares: [1000]),
            descriptor: [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: 6200),
            sequence: [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: index % 3 * 300)))
}
