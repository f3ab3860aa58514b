import Foundation

/// faiss' flat binary index over the same codes, asked for a sample of them.
struct FaissPeer {
    let python: String
    let codes: [SIMD4<UInt64>]

    /// Prints what all pairs would cost by a sample of `queries` codes, as a multiple of `own` processor seconds.
    func run(radius: Int, queries: Int, own: Double) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "match-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, script) = (folder.appending(path: "codes"), folder.appending(path: "ask.py"))
        // Only arithmetic is done with the words, so their bytes are the codes on any little-endian machine.
        try unsafe codes.withUnsafeBytes { unsafe Data($0) }.write(to: file)
        try Data(Self.script.utf8).write(to: script)
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [script.path, file.path, "\(radius)", "\(queries)"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let answer = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let words = String(decoding: answer, as: UTF8.self).split(separator: " ")
        guard process.terminationStatus == 0, words.count == 3, let seconds = Double(words[1]) else {
            return print("faiss: no answer from \(python)")
        }
        let all = seconds * Double(codes.count) / Double(min(queries, codes.count))
        print(
            String(
                format: "faiss %@ IndexBinaryFlat, %d bits: %.2f s for %d queries on one thread, so %.0f s for all "
                    + "(extrapolated; each pair twice), %.0f times the join's %.2f s",
                String(words[0]), radius, seconds, queries, all, all / own, own))
    }

    private static let script = """
        import sys, time
        import faiss, numpy
        faiss.omp_set_num_threads(1)
        codes = numpy.fromfile(sys.argv[1], dtype=numpy.uint8).reshape(-1, 32)
        index = faiss.IndexBinaryFlat(256)
        index.add(codes)
        queries = codes[:int(sys.argv[3])]
        start = time.process_time()
        limits, distances, labels = index.range_search(queries, int(sys.argv[2]) + 1)
        print(faiss.__version__, time.process_time() - start, limits[-1])
        """
}
