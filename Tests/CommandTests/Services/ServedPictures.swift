import Randomness

#if Remote && Serve
    import Codecs
    import Foundation
    import Rasters
    import TestSupport

    /// A dataset of small different pictures, given back by `pawprint serve`.
    final class ServedPictures: Sendable {
        /// The dataset that is served.
        let dataset: URL
        /// The port of 127.0.0.1 on which it is.
        let port: UInt16
        private let process: Process

        /// Draws `count` pictures of the category `catgirl` into `folder`, makes a dataset of them and serves it.
        ///
        /// Blocks, so it belongs on a queue of one's own.
        init(count: Int, in folder: URL, _ options: [String] = []) throws {
            try Self.draw(count, into: folder.appending(path: "pictures"))
            dataset = folder.appending(path: "served")
            let list = folder.appending(path: "pictures/list.jsonl").path
            let made = try Program.ending(of: ["dedup", list, "-o", dataset.path, "-q"])
            guard made.status == 0 else { throw Failure(words: made.errors) }
            process = Program.process(["serve", dataset.path, "--port", "0"] + options)
            let errors = Pipe()
            process.standardError = errors
            try process.run()
            // One line as soon as it listens.
            let line = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
            guard let port = line.split(whereSeparator: { ":/\n ".contains($0) }).last.flatMap({ UInt16($0) }) else {
                process.terminate()
                throw Failure(words: line)
            }
            self.port = port
        }

        struct Failure: Error { let words: String }

        /// Ends the server; its exit status.
        func stop() -> Int32 {
            process.terminate()
            process.waitUntilExit()
            return process.terminationStatus
        }

        private static func draw(_ count: Int, into folder: URL) throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            var generator = SplitMix64(seed: 11)
            var lines = ""
            for number in 0..<count {
                let name = "\(number).jpg"
                let bytes = try JPEGEncoder.encode(waves(using: &generator), quality: 90)
                try Data(bytes).write(to: folder.appending(path: name))
                lines += """
                    {"path": "\(name)", "category": "catgirl", "tags": ["catgirl", "hoodie"], "rating": "safe", \
                    "artist": {"name": "Artist \(number % 7)", "url": "https://art.example/\(number % 7)"}, \
                    "source": {"page": "https://art.example/works/\(number)"}}

                    """
            }
            try Data(lines.utf8).write(to: folder.appending(path: "list.jsonl"))
        }

        /// A picture of some waves, unlike any other.
        private static func waves(using generator: inout SplitMix64) -> Raster {
            let side = 64
            let waves = (0..<4).map { _ in
                (
                    x: Double.random(in: -4...4, using: &generator), y: Double.random(in: -4...4, using: &generator),
                    phase: Double.random(in: 0...6, using: &generator)
                )
            }
            let tint = (0..<3).map { _ in Double.random(in: 0.5...1, using: &generator) }
            var pixels: [UInt8] = []
            for y in 0..<side {
                for x in 0..<side {
                    let height = waves.reduce(0) { sum, wave in
                        sum + cos((wave.x * Double(x) + wave.y * Double(y)) / Double(side) * 6.28 + wave.phase)
                    }
                    for share in tint { pixels.append(UInt8(min(max((height * 30 + 128) * share, 0), 255))) }
                    pixels.append(255)
                }
            }
            return Raster(width: side, height: side, pixels: pixels)
        }
    }
#endif
