import Duplicates

/// What a run looks at.
struct AccuracyOptions {
    /// Which half of the pictures.
    enum Part: String {
        /// That on which limits were chosen.
        case development
        /// That which nothing was chosen on.
        case held = "held-out"
        case both

        /// Whether it takes what falls to `half`, 0 or 1.
        func takes(_ half: Int) -> Bool { self == .both || (self == .development) == (half == 0) }
    }

    static let usage = """
        usage: accuracy [--seed N] [--drawings N] [--part development|held-out|both] [--only GROUP]... [--list]
                        [--reach whole|borders|parts] [--distance BITS] [FOLDER]...
        Makes copies and alternates of every picture, and says how many are found and rightly named.
        Without a folder: photographs and drawings of ../shared/corpus, where it is.
        """

    var seed: UInt64 = 20
    var drawings = 48
    var part = Part.held
    var only: [String] = []
    var folders: [String] = []
    /// Whether every pair that was judged wrong is listed.
    var listsMistakes = false
    var distance: Int?
    /// How much of a picture has to be in the other. A run decides by the number of pictures, of which here are many only
    /// because all are made from a few.
    var reach = MatchOptions.Reach.parts

    /// Reads the arguments; `nil` when they say nothing that is understood.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--seed":
                guard let value = rest.popFirst().flatMap(UInt64.init) else { return nil }
                seed = value
            case "--drawings":
                guard let value = rest.popFirst().flatMap(Int.init) else { return nil }
                drawings = value
            case "--distance":
                guard let value = rest.popFirst().flatMap(Int.init) else { return nil }
                distance = value
            case "--part":
                guard let value = rest.popFirst().flatMap(Part.init) else { return nil }
                part = value
            case "--only":
                guard let value = rest.popFirst() else { return nil }
                only.append(value)
            case "--reach":
                guard let value = rest.popFirst().flatMap(MatchOptions.Reach.init(rawValue:)) else { return nil }
                reach = value
            case "--list": listsMistakes = true
            case _ where argument.hasPrefix("-"): return nil
            default: folders.append(argument)
            }
        }
        if folders.isEmpty { folders = Self.corpus }
    }

    /// Distinct pictures: no folder here holds two versions of one.
    private static let corpus = ["kodak", "blockhash", "scikit-image", "image-png/benches"].map {
        "../shared/corpus/" + $0
    }
}
