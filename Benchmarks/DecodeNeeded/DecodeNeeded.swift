// decode-needed: what reading and decoding alone cost, by our own decoders and as the analysis asks for it; and what each
// part of the analysis adds.
//
// Usage: decode-needed [--parts] LIST, where LIST names a file with one path a line.
// Prints one JSON object. Without --parts every file is read and decoded once, for nothing. With it, each file is worked on
// four times, by one part more each time, and the best of three such rounds counts.

import Codecs
import Foundation
import Rasters
import Sourcing

@main
struct DecodeNeeded: ~Copyable {
    private var decoder = ImageDecoder()
    private var sink = PartsSink()
    private var seconds = [Double](repeating: 0, count: Part.allCases.count)

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let hasParts = arguments.first == "--parts"
        guard let list = arguments.last, arguments.count == (hasParts ? 2 : 1) else {
            print("usage: decode-needed [--parts] LIST")
            exit(2)
        }
        ProcessMemory.keepFreedPages()
        let paths = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n").map(String.init)
        var bench = DecodeNeeded()
        for path in paths {
            if hasParts {
                try bench.measure(path)
            } else {
                bench.decode(try bench.read(path), .decoding)
            }
        }
        guard hasParts else { return }
        let fields = zip(Part.allCases, bench.seconds).map { part, seconds in
            "\"\(part.rawValue)\":" + String(format: "%.6f", seconds)
        }
        print("{" + fields.joined(separator: ",") + "}")
    }

    private func read(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

    /// Adds what each part of one file costs.
    private mutating func measure(_ path: String) throws {
        var best = [Double](repeating: .infinity, count: Part.allCases.count)
        for _ in 0..<3 {
            var bytes: [UInt8] = []
            best[0] = min(best[0], try Self.timed { bytes = try read(path) })
            best[1] = min(best[1], Self.timed { _ = ContentDigest(of: bytes.span) })
            for (index, part) in Part.allCases.enumerated().dropFirst(2) {
                best[index] = min(best[index], Self.timed { decode(bytes, part) })
            }
        }
        // Each decoding did what the one before it did, and one part more.
        for index in 0...2 { seconds[index] += best[index] }
        for index in 3..<best.count { seconds[index] += max(0, best[index] - best[index - 1]) }
    }

    private mutating func decode(_ bytes: [UInt8], _ part: Part) {
        // What cannot be decoded costs what it costs.
        guard let header = try? ImageDecoder.header(of: bytes.span) else { return }
        sink.reset(for: part)
        _ = try? decoder.decode(
            bytes.span, header: header, options: DecodeOptions(frames: .firstThenCheck), planesInto: &sink)
        sink.finish()
    }

    private static func timed(_ body: () throws -> Void) rethrows -> Double {
        let start = cpuSeconds()
        try body()
        return cpuSeconds() - start
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        // The clock of this thread; there is no other way to ask it.
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
