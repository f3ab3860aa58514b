/// One thing that is wrong with a pipeline file.
public struct SpecProblem: Error, Hashable, Sendable {
    /// Where the wrong text stands.
    public enum Place: Hashable, Sendable {
        /// In the file; both count from 1, columns in Unicode scalars.
        case file(line: Int, column: Int)
        /// On the command line, as it was given.
        case flag(String)
    }

    /// What is wrong.
    public enum Fault: Hashable, Sendable {
        /// The text is no YAML, in the words of the parser.
        case syntax(String)
        /// Nothing stands in the file.
        case empty
        /// Anchors and aliases, which could unfold without end, are not read.
        case alias
        /// A key that stands twice in one mapping.
        case duplicateKey
        /// A key that does not exist there.
        case unknownKey(known: [String], suggestion: String?)
        /// A key is missing.
        case missing(expected: String)
        /// A value that does not fit.
        case wrongValue(expected: String, found: String, suggestion: String?)
        /// Values that exclude each other, or want each other.
        case impossible(String)
        /// `${NAME}` for which the environment has nothing.
        case undefinedVariable(String)
        /// `${` without a name and a closing brace.
        case malformedVariable
        /// A `--set` without a key path and an equals sign.
        case malformedFlag
    }

    /// Where it stands.
    public let place: Place
    /// The way to the value, as `decode.maxPixels`; empty for the whole file.
    public let keyPath: String
    /// What is wrong.
    public let fault: Fault

    /// A problem.
    public init(place: Place, keyPath: String, fault: Fault) {
        self.place = place
        self.keyPath = keyPath
        self.fault = fault
    }

    /// The problem on a line of its own, beginning with where it stands.
    func described(in file: String) -> String {
        let start =
            switch place {
            case .file(let line, let column): "\(file):\(line):\(column)"
            case .flag(let flag): "\(flag)"
            }
        return keyPath.isEmpty ? "\(start): \(words)" : "\(start): \(keyPath): \(words)"
    }

    private var words: String {
        switch fault {
        case .syntax(let text): text
        case .empty: "nothing here, expected a pipeline"
        case .alias: "anchors (&) and aliases (*) are not read; a text that begins with one goes in quotes"
        case .duplicateKey: "the key stands twice"
        case .unknownKey(let known, let suggestion):
            "unknown key\(Self.hint(suggestion)), expected \(known.joined(separator: ", "))"
        case .missing(let expected): "missing, expected \(expected)"
        case .wrongValue(let expected, let found, let suggestion):
            "expected \(expected), found \(found)\(Self.hint(suggestion))"
        case .impossible(let text): text
        case .undefinedVariable(let name): "the environment has no \(name); $$ writes a dollar sign"
        case .malformedVariable: "expected ${NAME}; $$ writes a dollar sign"
        case .malformedFlag: "expected --set key.path=value"
        }
    }

    private static func hint(_ suggestion: String?) -> String { suggestion.map { " (did you mean \($0)?)" } ?? "" }
}
