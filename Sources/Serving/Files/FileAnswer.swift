/// Answers with a file, or a part of it (RFC 9110, sections 8.8.3, 13 and 14).
enum FileAnswer {
    /// The answer to `request` for a file that never changes. Its entity tag is its digest: a strong one, as equal tags
    /// are equal bytes.
    static func answer(_ request: ServedRequest, _ file: FileClaim, mediaType: String) -> ServedAnswer {
        let tag = "\"\(file.sha256)\""
        if let known = request.fields.ifNoneMatch, names(known, tag) {
            return described(ServedAnswer(status: 304), tag: tag, mediaType: nil)
        }
        // A range means something to GET only.
        var part = 0..<file.bytes
        if request.method == "GET", let range = request.fields.range, isCurrent(request.fields.ifRange, tag) {
            switch ByteRange.part(of: file.bytes, range) {
            case .whole: break
            case .part(let found):
                part = found
                var answer = ServedAnswer(status: 206, body: .file(file, part: part))
                answer.add("content-range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.bytes)")
                return described(answer, tag: tag, mediaType: mediaType)
            case .unsatisfiable:
                var answer = ServedAnswer(status: 416)
                answer.add("content-range", "bytes */\(file.bytes)")
                answer.add("accept-ranges", "bytes")
                return answer
            }
        }
        let answer = ServedAnswer(status: 200, body: .file(file, part: part))
        return described(answer, tag: tag, mediaType: mediaType)
    }

    private static func described(_ answer: ServedAnswer, tag: String, mediaType: String?) -> ServedAnswer {
        var answer = answer
        if let mediaType { answer.add("content-type", mediaType) }
        answer.add("etag", tag)
        answer.add("accept-ranges", "bytes")
        // The name in the URL is that of the bytes, for good.
        answer.add("cache-control", "public, max-age=31536000, immutable")
        return answer
    }

    /// Whether a list of entity tags, or `*`, names `tag`; here a weak one is as good.
    private static func names(_ list: String, _ tag: String) -> Bool {
        list.split(separator: ",").contains { item in
            var item = item.drop { $0 == " " || $0 == "\t" }
            while item.last == " " || item.last == "\t" { item.removeLast() }
            return item == "*" || item == tag || item == "W/\(tag)"
        }
    }

    /// Whether a part may be sent: the client has the same file, or does not ask. A date is never the file's.
    private static func isCurrent(_ condition: String?, _ tag: String) -> Bool { condition == nil || condition == tag }
}
