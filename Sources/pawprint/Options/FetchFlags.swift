import ArgumentParser
import Codecs
import Fetching
import Foundation
import Specs
import Sourcing

/// Flags for whatever is not on this machine.
struct FetchFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How to reach you, in the User-Agent of requests (or PAWPRINT_CONTACT).", valueName: "mail or URL"))
    var contact: String?

    @Option(
        help: ArgumentHelp(
            "At most so many requests a second to one host, as 2 or 0.5 (default: what the servers allow).",
            valueName: "n"))
    var rate: Double?

    @Option(help: ArgumentHelp("How often a failed request is repeated (default: 4).", valueName: "n"))
    var retries: Int?

    @Flag(help: "Ask nobody: only what was listed and fetched before.")
    var offline = false

    mutating func validate() throws {
        if let retries, !(0...20).contains(retries) {
            throw ValidationError("--retries takes 0 to 20, not \(retries)")
        }
        if let rate, !(rate >= 0.001 && rate <= 1000) {
            throw ValidationError("--rate takes 0.001 to 1000 requests a second, not \(rate)")
        }
    }

    /// How URLs are fetched, or `nil` when nothing is to be fetched.
    func byteFetcher(limits: DecodeLimits, board: LimitBoard = LimitBoard()) throws -> (any ByteFetcher)? {
        offline ? nil : try fetcher(limits: limits, board: board)
    }

    /// The client of a run, whether anything is to be fetched or not. Flags win over the values of a pipeline file.
    ///
    /// - Parameter board: takes what servers say of their limits.
    func fetcher(
        limits: DecodeLimits, spec: FetchSpec = FetchSpec(), board: LimitBoard
    ) throws -> LazyFetcher {
        var options = FetchOptions()
        options.maximumBytes = limits.maximumBytes
        options.requestsPerHost = spec.concurrency
        options.idleTimeout = spec.timeout
        options.retry.maximumRetries = retries ?? spec.retries
        if let rate { options.interval = .seconds(1 / rate) }
        do throws(FetchError) {
            options.userAgent = try UserAgent.text(version: Version.current, contact: knownContact)
        } catch {
            throw ValidationError("--contact: \(error)")
        }
        return LazyFetcher(options) { board.note($0) }
    }

    /// How to reach whoever asks.
    var knownContact: String? { contact ?? ProcessInfo.processInfo.environment["PAWPRINT_CONTACT"] }
}
