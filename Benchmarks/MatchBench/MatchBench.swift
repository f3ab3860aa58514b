// How fast are pairs found among a million fingerprints, and are they the right ones?
//
// Usage: match-bench [--count N] [--radius BITS,...] [--ten-million] [--method tiles|buckets] [--probes N] [--seed N]
//                    [--python PATH]
//        match-bench --records FOLDER [--count N] [--more N] [--seed N] [--image FILE] [--made yes]
// Joins a million synthetic codes within 31, 47 and 63 bits unless told otherwise, holds a sample of the pairs against
// comparing with everything, and, where PATH can import faiss (`peers/faiss` makes such a Python), asks that too.
// With --records it makes a dataset of a million synthetic records in FOLDER, as a run does once all is gathered, then
// again with a hundredth more (or N), of which only what is new is compared, and asks it for FILE. With --made the dataset
// is there, and what is done again is measured by itself.

import Foundation

@main
struct MatchBench {
    static func main() throws {
        guard let options = BenchOptions(CommandLine.arguments.dropFirst()) else {
            print(BenchOptions.usage)
            exit(2)
        }
        if let folder = options.records { return try measureRecords(in: folder, options) }
        var isRight = try join(options.count, options.radii, options)
        if options.tenMillion { isRight = try join(10_000_000, [31], options) && isRight }
        if !isRight { exit(1) }
    }

    private static func measureRecords(in folder: String, _ options: BenchOptions) throws {
        let records = SyntheticRecords(count: options.count, seed: options.seed)
        let measure = RecordMeasure(folder: folder, records: records)
        if !options.isMade { try measure.run() }
        if options.more > 0 {
            let more = records.extended(by: options.more, seed: options.seed)
            try RecordMeasure(folder: folder, records: more).run(known: records.count)
        }
        if let image = options.image { try measure.find(image) }
    }

    private static func join(_ count: Int, _ radii: [Int], _ options: BenchOptions) throws -> Bool {
        var generator = SyntheticCodes(seed: options.seed)
        let codes = generator.make(count)
        let measure = JoinMeasure(
            codes: codes, probes: options.probes, seed: options.seed, method: options.method)
        var isRight = true
        for radius in radii {
            guard let cost = measure.run(radius: radius) else {
                isRight = false
                continue
            }
            if let python = options.python {
                try FaissPeer(python: python, codes: codes).run(radius: radius, queries: 2000, own: cost)
            }
        }
        return isRight
    }
}
