/// Moments as JSON and newer headers write them: `2026-05-08T09:08:00.0000000Z` (RFC 3339).
///
/// Read by hand: formatters depend on the machine's locale and stop at three or nine digits of a second.
package enum InternetDate {
    /// The time since 1970, or `nil` when the text is no such moment. Digits behind the eighteenth are passed over.
    package static func sinceEpoch(_ text: String) -> Duration? {
        var rest = Substring(text)
        guard let year = number(&rest, 4), take(&rest, "-"), let month = number(&rest, 2), take(&rest, "-"),
            let day = number(&rest, 2), take(&rest, "Tt "), let hour = number(&rest, 2), take(&rest, ":"),
            let minute = number(&rest, 2), take(&rest, ":"), let second = number(&rest, 2),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
        else { return nil }
        guard let fraction = fraction(&rest), let offset = offset(&rest), rest.isEmpty else { return nil }
        let seconds = HTTPDate.days(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second
        return .seconds(seconds - offset) + fraction
    }

    /// The part of a second, zero where none is written.
    private static func fraction(_ rest: inout Substring) -> Duration? {
        guard take(&rest, ".") else { return .zero }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty else { return nil }
        rest = rest[digits.endIndex...]
        let shown = digits.prefix(18)
        guard var attoseconds = Int64(shown) else { return nil }
        for _ in shown.count..<18 { attoseconds *= 10 }
        return Duration(secondsComponent: 0, attosecondsComponent: attoseconds)
    }

    /// How many seconds the written time is ahead of universal time.
    private static func offset(_ rest: inout Substring) -> Int? {
        if take(&rest, "Zz") { return 0 }
        let isAhead = rest.first == "+"
        guard take(&rest, "+-"), let hour = number(&rest, 2), take(&rest, ":"), let minute = number(&rest, 2),
            hour < 24, minute < 60
        else { return nil }
        return (isAhead ? 1 : -1) * (hour * 3600 + minute * 60)
    }

    private static func number(_ rest: inout Substring, _ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.utf8.count == count, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return Int(digits)
    }

    private static func take(_ rest: inout Substring, _ characters: String) -> Bool {
        guard let first = rest.first, characters.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
