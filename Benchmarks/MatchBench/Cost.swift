import Foundation

/// What a piece of work cost.
struct Cost {
    /// Processor time of all threads, in seconds.
    let cpu: Double
    /// Time on the clock, in seconds.
    let wall: Double
    /// The largest resident set of the process so far, in MiB.
    let peak: Double

    /// Does `work` and says what it cost.
    static func of<Value>(_ work: () throws -> Value) rethrows -> (value: Value, cost: Cost) {
        let (start, before) = (ContinuousClock().now, usage())
        let value = try work()
        let (wall, after) = (start.duration(to: ContinuousClock().now), usage())
        return (
            value,
            Cost(
                cpu: after.cpu - before.cpu,
                wall: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18, peak: after.peak)
        )
    }

    private static func usage() -> (cpu: Double, peak: Double) {
        var usage = rusage()
        // Linux counts kilobytes.
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return (seconds(usage.ru_utime) + seconds(usage.ru_stime), Double(usage.ru_maxrss) / 1024)
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    /// What is left where `part` was a part of this.
    func without(_ part: Cost) -> Cost { Cost(cpu: cpu - part.cpu, wall: wall - part.wall, peak: peak) }

    /// The sum of two pieces of work.
    func adding(_ other: Cost) -> Cost {
        Cost(cpu: cpu + other.cpu, wall: wall + other.wall, peak: max(peak, other.peak))
    }

    /// The three figures in columns.
    var text: String { String(format: "%8.2f s cpu %8.2f s wall %7.0f MiB", cpu, wall, peak) }
}
