internal import Fetching
internal import JSONText

extension NekosiaError {
    /// The start of each sentence that was recorded, and what it means; what follows may name limits that change.
    private static let sentences: [(start: String, meaning: NekosiaError)] = [
        ("No images matching the specified criteria were found", .noneMatching),
        ("Invalid \"rating\" parameter", .ratingRefused),
        ("The \"nothing\" category requires at least one tag", .tagsRequired),
        ("Count must be", .countRefused),
        ("Invalid id parameter", .identifierRefused(length: nil)),
        ("The image with the provided identifier was not found", .imageNotFound),
    ]

    /// What an answer says that is no success; `nil` for a success.
    init?(_ answer: HTTPAnswer) {
        let said: (success: Bool?, message: String?, length: Int?)
        do throws(AnswerFault) {
            said = try answer.read { (reader) throws(JSONShapeError) in
                (try reader.bool("success"), try reader.string("message"), try reader.integer("length"))
            }
        } catch {
            // Servers in between refuse in HTML; of a success, more is expected.
            let isSuccess = (200..<300).contains(answer.status)
            self =
                isSuccess
                ? .undecodable(status: answer.status, error) : .refused(status: answer.status, message: nil)
            return
        }
        if (200..<300).contains(answer.status), said.success != false { return nil }
        guard let message = said.message else {
            self = .refused(status: answer.status, message: nil)
            return
        }
        if answer.status == 404, message == "Not found" {
            self = .pathNotFound
        } else if let known = Self.sentences.first(where: { message.hasPrefix($0.start) })?.meaning {
            if case .identifierRefused = known { self = .identifierRefused(length: said.length) } else { self = known }
        } else {
            self = .refused(status: answer.status, message: message)
        }
    }
}

extension HTTPAnswer {
    /// What `read` makes of a successful answer of Nekosia.
    func nekosia<Value>(
        _ read: (JSONReader) throws(JSONShapeError) -> Value
    ) throws(NekosiaError) -> Value {
        if let error = NekosiaError(self) { throw error }
        do throws(AnswerFault) {
            return try self.read(read)
        } catch {
            throw .undecodable(status: status, error)
        }
    }
}
