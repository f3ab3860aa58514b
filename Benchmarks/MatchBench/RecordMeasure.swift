import Catalogs
import Dataflow
import Foundation
import Manifests
import Stages

/// Takes records through grouping and writing as a run does, and then asks the dataset.
struct RecordMeasure {
    let folder: String
    let records: SyntheticRecords
    private let plan = AnalysisPlan()

    /// - Parameter known: So many of the first records were grouped in this folder before.
    func run(known: Int = 0) throws {
        let (_, filling) = try Cost.of { try fillCatalog(from: known) }
        print("\(records.count) records, \(known) of them known;")
        print("those that have relatives into the catalog:  ", filling.text)
        let stream = RecordStream(records)
        let (result, cost) = try Cost.of { try group(stream) }
        print("making, grouping and writing:                ", cost.text)
        print("of which making, with nothing beside it:     ", stream.making.text)
        print("grouping and writing:                        ", cost.without(stream.making).text)
        print("of which grouping:                           ", try groupingTime(), "s wall")
        print("\(result.summary.groups) groups;", roles(of: result.summary))
    }

    /// Seconds on the clock, as the run reports them.
    private func groupingTime() throws -> String {
        let bytes = try Data(contentsOf: URL(filePath: DatasetFolder(folder).report))
        let report = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        guard let milliseconds = report?["grouping_ms"] as? Int else { return "?" }
        return String(format: "%28.2f", Double(milliseconds) / 1000)
    }

    /// Opening the dataset and asking for a picture that is not in it.
    func find(_ image: String) throws {
        var comparison = PictureComparison(plan)
        let picture = try comparison.look(at: image)
        var (search, opening) = try Cost.of { try DatasetSearch(DatasetFolder(folder), plan: plan) }
        print("opening the dataset:", opening.text)
        for radius in [31, 31, 31, 63] {
            let (matches, asking) = try Cost.of { try search.matches(of: picture, within: radius) }
            print(
                String(
                    format: "find within %d bits: %.2f ms cpu, %.2f ms wall;", radius, asking.cpu * 1000,
                    asking.wall * 1000),
                "\(matches.count) matches")
        }
    }

    private func roles(of summary: Summary) -> String {
        summary.roles.counts.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    }

    private func fillCatalog(from start: Int) throws {
        let catalog = try Catalog(writing: folder)
        var rows: [AnalysisRow] = []
        for place in start..<records.count where records.hasRelatives(at: place) {
            let analysis = records.record(at: place).analysis
            rows.append(AnalysisRow(digest: analysis.file?.sha256 ?? "", analysis: analysis))
            if rows.count == 1000 {
                try catalog.commit(rows, key: plan.key)
                rows.removeAll(keepingCapacity: true)
            }
        }
        try catalog.commit(rows, key: plan.key)
        try catalog.close()
    }

    private func group(_ stream: RecordStream) throws -> DatasetResult {
        let run = try DatasetRun(
            DatasetRun.Order(folder: DatasetFolder(folder), plan: plan), options: RunOptions(jobs: 2), fetcher: nil,
            interruption: Interruption())
        return try run.run(records: stream)
    }
}
