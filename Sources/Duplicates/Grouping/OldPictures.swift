internal import Fingerprints

/// Which pictures an earlier grouping joined with each other, so that of two of them everything is known.
struct OldPictures: Sendable {
    /// For each place whether the picture there is one; empty where none is.
    private let isOld: [Bool]
    /// How many there are.
    let count: Int

    /// No picture.
    static let none = OldPictures([], among: 0)

    /// Those at `places` among `count` pictures; each is named once.
    init(_ places: [Int], among count: Int) {
        self.count = places.count
        var isOld = [Bool](repeating: false, count: places.isEmpty ? 0 : count)
        for place in places { isOld[place] = true }
        self.isOld = isOld
    }

    /// Whether there is none.
    var isEmpty: Bool { isOld.isEmpty }

    /// Whether the picture at `place` is one.
    func contains(_ place: Int) -> Bool { !isOld.isEmpty && isOld[place] }

    /// Whether the pictures at both places are.
    func contains(_ one: Int, _ other: Int) -> Bool { !isOld.isEmpty && isOld[one] && isOld[other] }

    /// The distinct codes that any new picture has, ascending; `nil` for all of them, where no picture is old.
    ///
    /// - Parameter place: The place of the picture that the code at a position belongs to.
    func freshNodes(of owners: FoldedOwners, place: (Int) -> Int) -> [Int]? {
        if isOld.isEmpty { return nil }
        return (0..<owners.count).filter { node in
            owners.members(of: node).contains { !isOld[place(Int($0))] }
        }
    }
}
