import ArgumentParser
import Catalogs
import Serving

/// `pawprint serve`: a dataset over HTTP, as both services have it.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Give a dataset back over HTTP, in the dialects of both services.",
        discussion: """
            A client of Nekosia finds it under /api/v1, one of nekos.best under /api/v2,
            if its base URL is changed to this server. The first line on standard error
            ends in the server's URL. SIGINT and SIGTERM end it with status 0, after
            what is under way was answered.

            EXAMPLES
              pawprint serve out/quickstart
              pawprint serve out/quickstart --port 0 --no-limits
              pawprint serve out/mine --host 0.0.0.0 --base-url https://pics.example
            """)

    @Argument(help: ArgumentHelp("A dataset folder, as run and dedup make it.", valueName: "folder")) var folder: String
    @Option(help: ArgumentHelp("The address to listen on; others than this machine's own let others in."))
    var host = "127.0.0.1"
    @Option(help: ArgumentHelp("The port; 0 for any that is free.", valueName: "n")) var port = 8080
    @Option(
        help: ArgumentHelp("Where clients find the server; by default where they say they do.", valueName: "url"))
    var baseURL: String?
    @Flag(name: .customLong("no-limits"), help: "Do not count requests, as both services do.") var hasNoLimits = false

    mutating func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes 0 to 65535, not \(port)") }
        if let baseURL, BaseURL(baseURL) == nil {
            throw ValidationError("--base-url takes an http or https URL, not '\(baseURL)'")
        }
    }

    func run() throws {
        let shelf = try Shelf(folder: folder)
        var options = ServeOptions()
        options.baseURL = baseURL.flatMap { BaseURL($0) }
        options.hasLimits = !hasNoLimits
        let sessions = try SessionStore(folder: folder)
        let service = PictureService(shelf: shelf, folder: folder, sessions: sessions, maker: .codecs, options: options)
        let count = shelf.pictures.count
        if shelf.missing > 0 {
            StandardError.write(line: "pawprint: \(shelf.missing) files are missing or not as the manifest says")
        }
        try PictureServer(service, host: host, port: port).run { url in
            StandardError.write(line: "pawprint: serving \(count) pictures of \(folder) on \(url)")
        }
        try sessions.close()
    }
}
