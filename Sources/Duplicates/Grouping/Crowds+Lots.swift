internal import Fingerprints

extension Crowds {
    /// Flat pictures that have so many others of about their brightness that pairs of them would be too many.
    static func dense(_ places: [Int], _ pictures: [PictureFacts]) -> [Int] {
        let sorted = places.map { (brightness: pictures[$0].look?.brightness ?? 0, place: $0) }
            .sorted { ($0.brightness, $0.place) < ($1.brightness, $1.place) }
        var dense: [Int] = []
        var (low, high) = (0, 0)
        for one in sorted {
            while sorted[low].brightness < one.brightness - CoarseLook.brightnessReach { low += 1 }
            while high < sorted.count, sorted[high].brightness <= one.brightness + CoarseLook.brightnessReach {
                high += 1
            }
            if high - low > largest { dense.append(one.place) }
        }
        return dense.sorted()
    }

    /// Lots of more than a few pictures of one fingerprint.
    static func equal(_ places: [Int], _ pictures: [PictureFacts]) -> [[Int]] {
        // By the first word, which tells nearly all apart: whole fingerprints are far more to move about.
        var sorted = places.map { (word: pictures[$0].fingerprint.words[0], place: UInt32($0)) }
        sorted.sort { ($0.word, $0.place) < ($1.word, $1.place) }
        var lots: [[Int]] = []
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, sorted[end].word == sorted[start].word { end += 1 }
            if end - start > largest {
                let alike = sorted[start..<end].map { Int($0.place) }
                lots += Dictionary(grouping: alike) { pictures[$0].fingerprint.words }.values
                    .filter { $0.count > largest }.sorted { $0[0] < $1[0] }
            }
            start = end
        }
        return lots
    }
}
