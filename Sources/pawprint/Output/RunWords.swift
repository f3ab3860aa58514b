import Manifests
import Stages

/// What is said of a run when it is over.
enum RunWords {
    /// One line about everything that was looked at.
    static func summary(_ counts: RunCounts, _ progress: RunProgress) -> String {
        var parts = [number(counts.items, "item")]
        if counts.failures > 0 { parts.append("\(counts.failures) failed") }
        if progress.known > 0 { parts.append("\(progress.known) known before") }
        if counts.duplicates > 0 { parts.append(number(counts.duplicates, "duplicate")) }
        if counts.alternates > 0 { parts.append(number(counts.alternates, "alternate")) }
        if counts.mismatches > 0 { parts.append("\(counts.mismatches) not as declared") }
        let tenths = Int((progress.elapsed / .milliseconds(100)).rounded())
        return parts.joined(separator: ", ") + " in \(tenths / 10).\(tenths % 10) s"
    }

    private static func number(_ count: Int, _ thing: String) -> String {
        "\(count) \(thing)\(count == 1 ? "" : "s")"
    }
}

extension RunCounts {
    /// Counts one line.
    mutating func count(_ record: ManifestRecord) {
        items += 1
        if record.error != nil { failures += 1 }
        if record.check?.verdict == .mismatch { mismatches += 1 }
    }
}

extension Gathering.Outcome {
    /// What is known of the item, whether it went all the way or not.
    var record: ManifestRecord {
        switch self {
        case .success(let analyzed): analyzed.record
        case .failure(let stopped): stopped.record
        }
    }
}
