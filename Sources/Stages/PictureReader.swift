internal import Checks
internal import Dataflow
public import Manifests
internal import Sourcing

/// Looks at single local files, one after the other, outside of any pipeline.
public struct PictureReader {
    private let stage: AnalyzeStage
    private var scratch: AnalyzeStage.Scratch

    /// A reader that computes what `plan` says.
    public init(_ plan: AnalysisPlan = AnalysisPlan()) {
        stage = AnalyzeStage(
            plan: plan, policy: CheckPolicy(), memory: Credits(total: .max), keptMemory: .max, known: NothingKnown())
        scratch = stage.makeScratch()
    }

    /// What the file at `path` says.
    public mutating func look(at path: String) throws(Stopped) -> Analyzed {
        let item = SourceItem(id: path, locator: .file(path: path), kind: "file")
        let record = ManifestRecord(item, naming: .asGiven)
        return try stage.process(Fetched(record: record, file: item.locator), scratch: &scratch)
    }

    /// The same as a record, with an `error` for what could not be looked at.
    public mutating func record(of path: String) -> ManifestRecord {
        do throws(Stopped) {
            return try look(at: path).record
        } catch {
            return error.record
        }
    }
}
