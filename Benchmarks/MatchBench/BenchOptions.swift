internal import Duplicates

/// What to measure.
struct BenchOptions {
    static let usage =
        """
        usage: match-bench [--count N] [--radius BITS,...] [--ten-million] [--method tiles|buckets] [--probes N]
                           [--seed N] [--python PATH]
               match-bench --records FOLDER [--count N] [--more N] [--seed N] [--image FILE] [--made yes]
        """

    private(set) var count = 1_000_000
    private(set) var radii = [31, 47, 63]
    private(set) var tenMillion = false
    private(set) var probes = 300
    private(set) var seed: UInt64 = 1
    /// How all pairs are found, where it is not to be the cheapest way.
    private(set) var method: JoinMethod?
    private(set) var python: String?
    /// Where a dataset of records is made.
    private(set) var records: String?
    /// How many more records there are when the dataset is made again.
    var more: Int { moreRecords ?? (isMade ? 0 : count / 100) }
    private var moreRecords: Int?
    /// The picture that the dataset is asked for.
    private(set) var image: String?
    /// Whether the dataset is there already.
    private(set) var isMade = false

    /// Reads the words of a command line; `nil` where one is not understood.
    init?(_ words: some Collection<String>) {
        var words = Array(words)[...]
        while let word = words.popFirst() {
            if word == "--ten-million" {
                tenMillion = true
                continue
            }
            guard let value = words.popFirst(), take(word, value) else { return nil }
        }
    }

    private mutating func take(_ word: String, _ value: String) -> Bool {
        switch (word, Int(value)) {
        case ("--count", let number?) where number > 1: count = number
        case ("--more", let number?) where number >= 0: moreRecords = number
        case ("--probes", let number?) where number >= 0: probes = number
        case ("--seed", let number?) where number >= 0: seed = UInt64(number)
        case ("--radius", _):
            radii = value.split(separator: ",").compactMap { Int($0) }
            return !radii.isEmpty && radii.allSatisfy { 0...255 ~= $0 }
        case ("--method", _):
            method = ["tiles": .tiles, "buckets": .buckets][value]
            return method != nil
        case ("--python", _): python = value
        case ("--records", _): records = value
        case ("--image", _): image = value
        case ("--made", _): isMade = value == "yes"
        default: return false
        }
        return true
    }
}
