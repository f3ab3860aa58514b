internal import Catalogs
internal import JSONText
internal import Randomness
internal import Sourcing

/// `/api/v1`, `/images` and the root of the host, as Nekosia answers them.
struct NekosiaDialect: Sendable {
    let shelf: Shelf
    let forms: CompressedForms
    let sessions: PictureSessions
    let dice: Dice

    /// The answer to a request for `target` that may be answered.
    func answer(_ request: ServedRequest, _ target: RequestTarget, base: String) async -> ServedAnswer {
        do throws(NekosiaRefusal) {
            let path = target.path
            switch (path.first, path.count) {
            case (nil, _): return root(base: base)
            case ("images", 3): return try await file(request, category: path[1], name: path[2])
            case ("api", 2): return status(base: base)
            case ("api", 3) where path[2] == "tags": return tags()
            case ("api", 4) where path[2] == "images":
                let question = try NekosiaQuestion(category: path[3], target.query)
                return try await images(question, client: request.client, base: base)
            case ("api", 4) where path[2] == "getImageById": return try await image(path[3], base: base)
            default: throw .pathNotFound
            }
        } catch {
            return error.answer(base: base)
        }
    }

    private func images(
        _ question: NekosiaQuestion, client: String, base: String
    ) async throws(NekosiaRefusal) -> ServedAnswer {
        let matches = question.matches(on: shelf)
        if matches.isEmpty { throw .noneMatching }
        var numbers = SplitMix64(seed: await dice.seed())
        let drawn: [Int]
        switch question.session {
        case nil: drawn = Draw.any(question.count, of: matches, &numbers).pictures
        case .ip?: drawn = try await draw(question, matches, holder: "ip \(client)", numbers)
        case .id(let identifier)?: drawn = try await draw(question, matches, holder: "id \(identifier)", numbers)
        }
        let images = NekosiaImageWriter(base: base)
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("success", true)
        writer.member("status", 200)
        writer.member("count", matches.count)
        if question.count == 1, let only = drawn.first {
            images.write(shelf.pictures[only], compressed: await compressed(shelf.pictures[only]), to: &writer)
        } else {
            writer.key("images")
            writer.beginArray()
            for index in drawn {
                writer.element()
                writer.beginObject()
                images.write(shelf.pictures[index], compressed: await compressed(shelf.pictures[index]), to: &writer)
                writer.endObject()
            }
            writer.endArray()
        }
        writer.endObject()
        return .json(writer.bytes)
    }

    private func draw(
        _ question: NekosiaQuestion, _ matches: [Int], holder: String, _ numbers: SplitMix64
    ) async throws(NekosiaRefusal) -> [Int] {
        do throws(CatalogError) {
            return try await sessions.draw(question.count, of: matches, holder: holder, numbers)
        } catch {
            throw .sessionsUnavailable
        }
    }

    private func image(_ identifier: String, base: String) async throws(NekosiaRefusal) -> ServedAnswer {
        guard let index = shelf.index(identifier: identifier) else { throw .imageNotFound }
        let picture = shelf.pictures[index]
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("success", true)
        writer.member("status", 200)
        NekosiaImageWriter(base: base).write(
            picture, compressed: await compressed(picture), withRatingScores: true, to: &writer)
        writer.endObject()
        return .json(writer.bytes)
    }

    /// What is said of the compressed form. One that the dataset does not have is made now: its size is not known
    /// before. `size` is null where none can be made.
    private func compressed(_ picture: ShelfPicture) async -> CompressedFacts {
        if let facts = picture.compressed?.facts { return facts }
        let size = (width: picture.original.width, height: picture.original.height)
        var bytes: Int?
        if case .success(let form) = await forms.form(of: picture.original) { bytes = form.bytes }
        return CompressedFacts(
            width: CompressedMaker.width, height: CompressedMaker.height(forWidth: size.width, height: size.height),
            bytes: bytes, fileExtension: "jpeg")
    }

    private func file(
        _ request: ServedRequest, category: String, name: String
    ) async throws(NekosiaRefusal) -> ServedAnswer {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let isCompressed = parts.first?.hasSuffix("-compressed") ?? false
        guard parts.count == 2, let stem = parts.first,
            let index = shelf.index(identifier: String(isCompressed ? stem.dropLast("-compressed".count) : stem)),
            shelf.pictures[index].category == category
        else { throw .fileNotFound("There is no such file.") }
        let picture = shelf.pictures[index]
        guard parts[1] == (isCompressed ? "jpg" : picture.original.urlExtension) else {
            throw .fileNotFound("There is no such file.")
        }
        if let file = isCompressed ? picture.compressed : picture.original {
            return FileAnswer.answer(request, file.claim, mediaType: file.mediaType)
        }
        switch await forms.form(of: picture.original) {
        case .success(let form):
            return FileAnswer.answer(request, form, mediaType: "image/jpeg")
        case .failure(let failure):
            throw .fileNotFound("There is no compressed form of this picture: \(failure.reason).")
        }
    }
}
