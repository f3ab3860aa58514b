import ArgumentParser
import Checks
import Duplicates
import Foundation
import Manifests
import Specs
import Stages

import protocol Sourcing.ByteFetcher

/// Brings whatever is to be checked into the form of a manifest, and goes through it.
struct Checking {
    let matching: MatchFlags
    let decoding: DecodeFlags
    let fetching: FetchFlags
    let policy: PolicyFlags
    let running: RunFlags
    let breaches: BreachPolicy

    /// All items of `input`, in order.
    func items(of input: CheckInput) throws -> [CheckedItem] {
        switch input {
        case .manifest(let manifest):
            return try survey(manifest, policy: manifest.policy, plan: decoding.exactPlan, isKept: true)
        case .pictures(let arguments):
            let scratch = ScratchFolder()
            var order = DatasetRun.Order(
                folder: DatasetFolder(scratch.path), plan: decoding.exactPlan, matching: try matching.options)
            order.decisions = try matching.decided
            let names = arguments.paths.isEmpty ? ["standard input"] : arguments.paths
            let board = LimitBoard()
            let fetcher = try fetching.byteFetcher(limits: order.plan.limits, board: board)
            return try items(
                of: (try arguments.sources + matching.references).map { .items($0) },
                session(order, running.options, fetcher, board), name: names.joined(separator: " "))
        case .pipeline(let path):
            let spec = try PipelineSpec(path: path, environment: ProcessInfo.processInfo.environment)
            let scratch = ScratchFolder()
            var plan = AnalysisPlan(spec)
            plan.isExact = true
            var order = DatasetRun.Order(
                folder: DatasetFolder(scratch.path), plan: plan, policy: CheckPolicy(spec.check),
                matching: MatchOptions(spec))
            order.decisions = try matching.decided
            let services = try PipelineServices(spec, file: path, fetching: fetching)
            return try items(
                of: services.orders,
                session(
                    order, running.options(downloads: spec.fetch.concurrency), services.fetcher, services.board),
                name: path)
        }
    }

    /// Runs over `sources` as `dedup` does, into a folder that is not kept.
    private func items(
        of sources: [SourceOrder], _ session: DatasetSession, name: String
    ) throws -> [CheckedItem] {
        var items: [CheckedItem] = []
        let order = session.order
        try session.run(sources) {
            items = try survey(
                ManifestFile(of: order.folder, name: name), policy: order.policy, plan: order.plan, isKept: false)
        }
        return items
    }

    private func session(
        _ order: DatasetRun.Order, _ options: RunOptions, _ fetcher: (any ByteFetcher)?, _ board: LimitBoard
    ) -> DatasetSession {
        // What breaks the policy is decided when everything was checked.
        var policy = policy
        (policy.failOn, policy.maximumFailures, policy.requiresInput) = (nil, nil, false)
        return DatasetSession(
            order: order, options: options, running: running, policy: policy, fetcher: fetcher, board: board)
    }

    /// - Parameter isKept: whether fetched files are still there when the report is read.
    private func survey(
        _ manifest: ManifestFile, policy: CheckPolicy, plan: AnalysisPlan, isKept: Bool
    ) throws -> [CheckedItem] {
        let naming = FileNaming.relative(to: FileManager.default.currentDirectoryPath)
        var survey = CheckSurvey(policy: policy, breaches: breaches)
        var files: [Int: String] = [:]
        var hasGroups = false
        try manifest.forEach { record in
            if record.group != nil { hasGroups = true }
            let file = manifest.file(of: record)
            if record.source.variant != nil { files[survey.count] = file }
            // What was fetched into a folder that is not kept; local files are seen from there as `../`.
            let isThere = isKept || record.fileName?.hasPrefix("images/") != true
            survey.add(
                record, source: "\(manifest.name) (\(record.source.kind))",
                path: isThere ? file.map(naming.name) : nil)
        }
        if isKept && !hasGroups && (breaches.duplicates || breaches.alternates) {
            // A scan has none, and a policy that nobody could break would look kept.
            throw FileFault(
                path: manifest.name,
                reason: "nothing is grouped in it, which --fail-on needs; --list groups its pictures",
                status: .usage)
        }
        var comparison = PictureComparison(plan)
        return survey.items { first, second in
            guard let one = files[first], let other = files[second] else { return nil }
            do throws(Stopped) {
                let pair = (try comparison.look(at: one), try comparison.look(at: other))
                return PairVerdict.compare(pair.0.picture, pair.1.picture, orientations: .none).relation.rawValue
            } catch {
                return nil
            }
        }
    }
}

extension BreachPolicy {
    /// What `--fail-on` says, or what `check` does without it.
    init(_ flags: PolicyFlags) throws {
        self.init()
        guard flags.failOn != nil else { return }
        let breaches = try flags.breaches
        self.init(
            mismatches: breaches.contains(.mismatches), failures: breaches.contains(.failures),
            duplicates: breaches.contains(.duplicates), alternates: breaches.contains(.alternates))
    }
}
