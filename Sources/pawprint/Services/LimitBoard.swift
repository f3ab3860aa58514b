import Dataflow
import Fetching
import Foundation

/// What servers said of their limits last, for whoever shows progress.
final class LimitBoard: Sendable {
    /// What is known of one server, for answers or files.
    struct Reading: Sendable {
        /// What the server said.
        let notice: RateNotice
        /// Seconds until the budget comes back.
        let secondsLeft: Int

        /// Whether it is worth a word: a request waits, or less than a fifth is left.
        var isTight: Bool {
            secondsLeft > 0 && (notice.isWaiting || notice.remaining < (notice.limit ?? 0) / 5)
        }

        /// The reading for people.
        var words: String {
            let of = notice.limit.map { " of \($0)" } ?? ""
            return notice.isWaiting
                ? "waiting \(secondsLeft) s for \(notice.host)"
                : "\(notice.host): \(notice.remaining)\(of) requests left, back in \(secondsLeft) s"
        }

        /// The reading for programs. A host is letters, digits, dots, dashes and colons: nothing to escape.
        var json: String {
            let use = notice.use == .file ? "files" : "answers"
            return "{\"host\":\"\(notice.host)\",\"limit\":\(notice.limit.map(String.init) ?? "null"),"
                + "\"remaining\":\(notice.remaining),\"seconds_left\":\(secondsLeft),\"use\":\"\(use)\","
                + "\"waiting\":\(notice.isWaiting)}"
        }
    }

    private struct Entry {
        let notice: RateNotice
        let heard: ContinuousClock.Instant
    }

    private let entries = Monitor<[String: Entry]>([:])

    /// A board on which nothing stands.
    init() {}

    /// Writes down what a server said.
    func note(_ notice: RateNotice) {
        let key = notice.host + (notice.use == .file ? " files" : " answers")
        entries.change { $0[key] = Entry(notice: notice, heard: .now) }
    }

    /// What is known now, in the order of the hosts.
    var readings: [Reading] {
        let entries = entries.read { $0 }
        return entries.sorted { $0.key < $1.key }.map { _, entry in
            let left = (entry.notice.resetsIn - entry.heard.duration(to: .now)) / .seconds(1)
            return Reading(notice: entry.notice, secondsLeft: max(0, Int(left.rounded(.up))))
        }
    }
}
