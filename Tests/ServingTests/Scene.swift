import Catalogs
import Foundation
import JSONText
import Manifests
import Randomness
import Serving
import Sourcing
import TestSupport

/// A dataset folder with files that are no pictures, as serving never looks into them, and a service of it.
final class Scene: Sendable {
    let folder: TemporaryFolder
    let records: [ManifestRecord]

    /// A dataset of these lines, whose files have these contents or are made of their names.
    init(_ records: [ManifestRecord], contents: [String: [UInt8]] = [:]) throws {
        folder = try TemporaryFolder()
        var placed: [ManifestRecord] = []
        for var record in records {
            let name = record.fileName ?? "images/\(placed.count)"
            let bytes = contents[name] ?? Self.bytes(of: name)
            try folder.write(bytes, to: name)
            record.fileName = name
            record.file = FileSection(
                bytes: bytes.count, format: record.file?.format ?? "png",
                sha256: ContentDigest(of: bytes.span).hexadecimal)
            placed.append(record)
        }
        self.records = placed
        let lines = placed.map { ManifestLine.encode($0) + [UInt8(ascii: "\n")] }
        try folder.write(Array(lines.joined()), to: "manifest.jsonl")
    }

    /// The bytes of the file that is called `name`: enough for several reads.
    static func bytes(of name: String) -> [UInt8] {
        var random = SplitMix64(seed: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        return (0..<4096).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    /// A service of the dataset, in which all is decided by `seed` and the clock.
    func service(
        options: ServeOptions? = nil, maker: CompressedMaker? = nil, clock: HandClock = HandClock(), seed: UInt64 = 1
    ) throws -> PictureService {
        var unlimited = ServeOptions()
        unlimited.hasLimits = false
        let seeds = Seeds(seed: seed)
        return PictureService(
            shelf: try Shelf(folder: folder.path), folder: folder.path, sessions: try SessionStore(folder: folder.path),
            maker: maker, options: options ?? unlimited, clock: ServeClock { clock.milliseconds },
            dice: Dice { await seeds.next() })
    }
}

/// A sequence of seeds.
actor Seeds {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    func next() -> UInt64 { random.next() }
}

extension PictureService {
    /// The answer to a GET of `target`.
    func get(_ target: String, _ change: (inout ServedRequest.Fields) -> Void = { _ in }) async -> ServedAnswer {
        var fields = ServedRequest.Fields()
        fields.host = "pics.example:81"
        change(&fields)
        return await answer(ServedRequest(target: target, fields: fields))
    }
}

extension ServedAnswer {
    /// The body as text.
    var text: String {
        guard case .bytes(let bytes) = body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The body as a JSON object.
    func json() throws -> JSONReader { try JSONReader(JSONValue(parsing: Array(text.utf8))) }

    /// The ids of a Nekosia answer of several pictures.
    func ids() throws -> [String] { try json().sections("images").map { try $0.required("id") } }
}
