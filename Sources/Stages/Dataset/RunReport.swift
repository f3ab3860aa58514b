internal import Dataflow
internal import JSONText

/// `run.json`: everything that may differ from run to run, and therefore stands in no other file.
struct RunReport {
    let progress: RunProgress
    let options: RunOptions
    let groupingTime: Duration

    /// The file, for people and programs.
    func encoded() -> [UInt8] {
        let ceilings: JSONObject = [
            "items_in_flight": .integer(options.itemsInFlight), "jobs": .integer(options.jobs),
            "memory_bytes": .integer(options.memory), "queue": .integer(options.queueCapacity),
        ]
        let items: JSONObject = [
            "failed": .integer(progress.failed), "known_before": .integer(progress.known),
            "total": .integer(progress.finished),
        ]
        let report: JSONObject = [
            "admitted_bytes_peak": .integer(progress.peakMemory), "ceilings": .object(ceilings),
            "elapsed_ms": .integer(progress.elapsed.milliseconds),
            "grouping_ms": .integer(groupingTime.milliseconds), "items": .object(items),
            "items_per_second": .integer(Int(progress.rate.rounded())), "schema": "pawprint.run/1",
            "stages": .array(zip(progress.stages.indices, progress.stages).map { stage(at: $0, $1) }),
        ]
        return JSONValue.object(report).encodedForPeople()
    }

    private func stage(at index: Int, _ reading: StageReading) -> JSONValue {
        .object([
            "busy_ms": .integer(reading.busyNanoseconds / 1_000_000),
            "busy_permille": .integer(reading.busyPermille(of: progress.elapsed)),
            "items": .integer(reading.entered), "name": .string(reading.name),
            "stopped": .integer(reading.stopped), "waiting_peak": .integer(progress.peakWaiting[index]),
            "workers": .integer(reading.workers),
        ])
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int { Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
