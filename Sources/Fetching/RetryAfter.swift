/// The header `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3).
package enum RetryAfter {
    /// How many seconds to wait, at least 0; `nil` when the value is neither.
    ///
    /// - Parameters:
    ///   - date: the answer's own `Date`, which makes the difference right on a machine whose clock is wrong.
    ///   - now: seconds since 1970, used without `date`.
    package static func seconds(_ value: String, date: String?, now: Int) -> Int? {
        let text = value.filter { $0 != " " && $0 != "\t" }
        // More digits than any wait that is waited for; `Int` would refuse twenty of them.
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Int(text) ?? .max }
        guard let until = HTTPDate.seconds(value) else { return nil }
        return max(0, until - (date.flatMap(HTTPDate.seconds) ?? now))
    }
}
