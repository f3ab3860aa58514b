internal import Checks
internal import Codecs
internal import Dataflow
internal import Manifests
internal import Sourcing

/// Reads, decodes and looks at a file, unless the catalog knows its bytes; then holds it against what was declared.
struct AnalyzeStage: Stage {
    let name = "analyze"
    let plan: AnalysisPlan
    let policy: CheckPolicy
    /// Bytes of memory for pictures that are being decoded.
    let memory: Credits
    /// The share of `memory` that a worker may keep between pictures.
    let keptMemory: Int
    /// What was analyzed before.
    let known: any KnownAnalyses

    /// A reference, since what an analyzer keeps cannot be copied.
    final class Scratch {
        var reader: FileReader
        var analyzer: Analyzer

        init(_ plan: AnalysisPlan) {
            reader = FileReader(maximumBytes: plan.limits.maximumBytes)
            analyzer = Analyzer(plan)
        }
    }

    func makeScratch() -> Scratch { Scratch(plan) }

    func process(_ fetched: Fetched, scratch: inout Scratch) throws(Stopped) -> Analyzed {
        do throws(ReadError) {
            try scratch.reader.read(fetched.file)
        } catch {
            throw Stopped(fetched.record, at: "read", code: error.code, message: error.description)
        }
        let digest = scratch.reader.withBytes { ContentDigest(of: $0) }
        if let analysis = known.analysis(of: digest) {
            return try finish(fetched.record, with: analysis, wasKnown: true)
        }
        let analysis = analyze(digest, scratch: &scratch)
        return try finish(fetched.record, with: analysis, wasKnown: false)
    }

    /// Decodes what was read, once there is memory for it.
    private func analyze(_ digest: ContentDigest, scratch: inout Scratch) -> Analysis {
        let needed = scratch.reader.count + scratch.reader.withBytes { Analyzer.memoryNeeded(for: $0, by: plan) }
        memory.acquire(needed)
        defer { memory.release(needed) }
        let analysis = scratch.reader.withBytes { scratch.analyzer.analyze($0, digest: digest) }
        // What one huge picture needed is given back, or every worker would end up holding as much.
        if needed > keptMemory { scratch = makeScratch() }
        return analysis
    }

    private func finish(
        _ record: ManifestRecord, with analysis: Analysis, wasKnown: Bool
    ) throws(Stopped) -> Analyzed {
        var record = record
        record.take(analysis)
        guard record.error == nil else { throw Stopped(record, analysis: analysis, wasKnown: wasKnown) }
        record.check = check(record)
        return Analyzed(record: record, analysis: analysis, wasKnown: wasKnown)
    }

    private func check(_ record: ManifestRecord) -> CheckSection? {
        guard let file = record.file, let image = record.image,
            let decoded = DecodedFacts(file: file, image: image, colors: record.colors)
        else { return nil }
        return Check.section(declared: record.declared, decoded: decoded, policy: policy)
    }
}
