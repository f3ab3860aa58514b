/// Dates as HTTP writes them, in the three forms of RFC 9110, section 5.6.7.
package enum HTTPDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Seconds since 1970, or `nil` when the text is no date.
    package static func seconds(_ text: String) -> Int? {
        var parts = text.split { $0 == " " || $0 == "," || $0 == "-" }.map { $0.lowercased() }
        guard parts.count == 6 && parts[5] == "gmt" || parts.count == 5 else { return nil }
        // asctime: `Sun Nov  6 08:49:37 1994`
        if parts.count == 5 { parts = [parts[0], parts[2], parts[1], parts[4], parts[3]] }
        guard let day = number(parts[1]), let month = months.firstIndex(of: parts[2]), let written = number(parts[3])
        else { return nil }
        let time = parts[4].split(separator: ":", omittingEmptySubsequences: false).compactMap { number(String($0)) }
        guard (1...31).contains(day), written < 10_000, time.count == 3, time[0] < 24, time[1] < 60, time[2] <= 60
        else {
            return nil
        }
        // Two digits stand for a year from 1970 on.
        let year = parts[3].count > 2 ? written : written + (written < 70 ? 2000 : 1900)
        return days(year: year, month: month + 1, day: day) * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
    }

    private static func number(_ text: String) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    /// Days from 1970-01-01 in the Gregorian calendar, counted in years that begin in March.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }
}
