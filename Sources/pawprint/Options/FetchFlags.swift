import ArgumentParser
import Codecs
import Fetching
import Foundation
import Sourcing

/// Flags for whatever is not on this machine.
struct FetchFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How to reach you, in the User-Agent of requests (or PAWPRINT_CONTACT).", valueName: "mail or URL"))
    var contact: String?

    @Option(help: ArgumentHelp("How often a failed request is repeated (default: 4).", valueName: "n"))
    var retries: Int?

    @Flag(help: "Fetch nothing: only what is here already.")
    var offline = false

    mutating func validate() throws {
        if let retries, !(0...20).contains(retries) {
            throw ValidationError("--retries takes 0 to 20, not \(retries)")
        }
    }

    /// How URLs are fetched, or `nil` when nothing is to be fetched. Flags win over the values of a pipeline file.
    func fetcher(
        limits: DecodeLimits, concurrency: Int = 4, retries: Int = 4, timeout: Duration = .seconds(30)
    ) throws -> (any ByteFetcher)? {
        if offline { return nil }
        var options = FetchOptions()
        options.maximumBytes = limits.maximumBytes
        options.requestsPerHost = concurrency
        options.idleTimeout = timeout
        options.retry.maximumRetries = self.retries ?? retries
        let contact = contact ?? ProcessInfo.processInfo.environment["PAWPRINT_CONTACT"]
        do throws(FetchError) {
            options.userAgent = try UserAgent.text(version: Version.current, contact: contact)
        } catch {
            throw ValidationError("--contact: \(error)")
        }
        return LazyFetcher(options)
    }
}
