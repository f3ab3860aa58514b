internal import Dispatch
internal import Files
internal import Foundation
internal import Sourcing

/// The compressed forms that a dataset does not have: made when they are first asked for, then kept in
/// `.pawprint/compressed`.
actor CompressedForms {
    private let folder: String
    private let maker: CompressedMaker?
    /// By the digest of the source. Requests that come together wait for the same work.
    private var forms: [String: Task<Result<FileClaim, CompressedMaker.Failure>, Never>] = [:]
    /// One picture at a time: the pixels of one are enough memory, and requests for others are served meanwhile.
    private let queue = DispatchQueue(label: "pawprint.compressed")

    /// - Parameter folder: the dataset folder.
    init(folder: String, maker: CompressedMaker?) {
        self.folder = "\(folder)/.pawprint/compressed"
        self.maker = maker
    }

    /// The compressed form of the picture in `source`.
    func form(of source: ShelfFile) async -> Result<FileClaim, CompressedMaker.Failure> {
        if let form = forms[source.sha256] { return await form.value }
        guard let maker else {
            return .failure(CompressedMaker.Failure(reason: "this server makes no compressed forms"))
        }
        let (folder, queue) = (folder, queue)
        let task = Task {
            await withCheckedContinuation { continuation in
                queue.async { continuation.resume(returning: Self.make(source, in: folder, maker)) }
            }
        }
        forms[source.sha256] = task
        let result = await task.value
        if case .failure(let failure) = result, failure.isPassing { forms[source.sha256] = nil }
        return result
    }

    private static func make(
        _ source: ShelfFile, in folder: String, _ maker: CompressedMaker
    ) -> Result<FileClaim, CompressedMaker.Failure> {
        let path = "\(folder)/\(source.sha256).jpg"
        var reader = FileReader(maximumBytes: 256 << 20)
        // Not there, or not readable: then it is made, and whatever is wrong is met again.
        do throws(ReadError) { return .success(try form(at: path, &reader)) } catch {}
        do throws(ReadError) { try reader.read(RawPath(source.path)) } catch {
            return .failure(
                CompressedMaker.Failure(reason: "the picture's file cannot be read: \(error)", isPassing: true))
        }
        let height = CompressedMaker.height(forWidth: source.width, height: source.height)
        let made = maker.make(Array(reader.buffer.prefix(reader.count)), CompressedMaker.width, height)
        if case .failure(let failure) = made { return .failure(failure) }
        do {
            try RawPath(folder).makeFolder()
            try AtomicFile.write(try made.get(), to: path)
            return .success(try form(at: path, &reader))
        } catch {
            return .failure(
                CompressedMaker.Failure(reason: "the compressed form cannot be kept: \(error)", isPassing: true))
        }
    }

    private static func form(at path: String, _ reader: inout FileReader) throws(ReadError) -> FileClaim {
        try reader.read(RawPath(path))
        let digest = reader.withBytes { ContentDigest(of: $0) }
        return FileClaim(path: path, sha256: digest.hexadecimal, bytes: reader.count)
    }
}
