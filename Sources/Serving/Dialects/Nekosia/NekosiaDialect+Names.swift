internal import JSONText

// What the service says of itself and of all its pictures.
extension NekosiaDialect {
    /// `GET /api/v1`; here, and only here, the status stands before the success.
    func status(base: String) -> ServedAnswer {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("status", 200)
        writer.member("success", true)
        writer.member("message", "Operational")
        writer.member("release", 1)
        writer.member("documentation", NekosiaWords.documentation)
        writer.member("example", NekosiaWords.example(base: base))
        writer.endObject()
        return .json(writer.bytes)
    }

    /// `GET /` on the API's host: its members are known from the types of the service's own client only.
    func root(base: String) -> ServedAnswer {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("success", true)
        writer.member("status", 200)
        writer.member("version", "1")
        writer.member("documentation", NekosiaWords.documentation)
        writer.member("contact", "\(base)/healthz")
        writer.member("apis", [1])
        writer.endObject()
        return .json(writer.bytes)
    }

    /// `GET /tags`: all names that pictures have which may be offered.
    func tags() -> ServedAnswer {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("status", 200)
        writer.member("success", true)
        writer.member("tags", shelf.tags)
        writer.member("anime", shelf.anime)
        writer.member("characters", shelf.characters)
        writer.endObject()
        return .json(writer.bytes)
    }
}
