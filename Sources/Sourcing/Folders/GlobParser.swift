/// One step of a pattern.
enum GlobToken: Sendable, Hashable {
    /// Exactly this character.
    case literal(Unicode.Scalar)
    /// One character but `/`.
    case one
    /// One character but `/` that is in one of the ranges, or in none of them.
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    /// Any run of characters but `/`.
    case run
    /// Any number of whole folders with their slashes: `**/`.
    case folders
    /// Everything that follows: `**` at the end.
    case rest
}

/// Reads patterns.
enum GlobParser {
    private static let maximumAlternatives = 256

    /// What the braces of a pattern expand to; without braces the pattern itself.
    static func expanded(_ pattern: [Unicode.Scalar]) throws(GlobFault) -> [[Unicode.Scalar]] {
        var pending = [pattern]
        var done: [[Unicode.Scalar]] = []
        while let text = pending.popLast() {
            guard let braces = try firstBraces(of: text) else {
                done.append(text)
                continue
            }
            for choice in braces.choices.reversed() {
                pending.append(
                    Array(text[..<braces.range.lowerBound]) + choice + Array(text[braces.range.upperBound...]))
            }
            if pending.count + done.count > maximumAlternatives {
                throw .tooManyAlternatives(limit: maximumAlternatives)
            }
        }
        return done
    }

    /// The first brace group that is neither escaped nor in a set, and its choices; braces may be nested.
    private static func firstBraces(
        of text: [Unicode.Scalar]
    ) throws(GlobFault) -> (range: Range<Int>, choices: [ArraySlice<Unicode.Scalar>])? {
        var index = 0
        var depth = 0
        var start = 0
        var choiceStart = 0
        var choices: [ArraySlice<Unicode.Scalar>] = []
        while index < text.count {
            switch text[index] {
            case "\\": index += 1
            case "[": index = endOfSet(in: text, from: index) ?? index
            case "{":
                if depth == 0 { (start, choiceStart) = (index, index + 1) }
                depth += 1
            case "," where depth == 1:
                choices.append(text[choiceStart..<index])
                choiceStart = index + 1
            case "}" where depth > 0:
                depth -= 1
                if depth == 0 { return (start..<index + 1, choices + [text[choiceStart..<index]]) }
            default: break
            }
            index += 1
        }
        if depth > 0 { throw .openBrace }
        return nil
    }

    /// The index of the `]` that closes the set opened at `start`; a `]` in first place stands for itself.
    private static func endOfSet(in text: [Unicode.Scalar], from start: Int) -> Int? {
        var index = start + 1
        if index < text.count, text[index] == "!" || text[index] == "^" { index += 1 }
        if index < text.count, text[index] == "]" { index += 1 }
        return text[min(index, text.count)...].firstIndex(of: "]")
    }

    /// The steps of a pattern without braces.
    static func tokens(of text: [Unicode.Scalar]) throws(GlobFault) -> [GlobToken] {
        var tokens: [GlobToken] = []
        var index = 0
        while index < text.count {
            switch text[index] {
            case "\\":
                guard index + 1 < text.count else { throw .openEscape }
                tokens.append(.literal(text[index + 1]))
                index += 2
            case "?":
                tokens.append(.one)
                index += 1
            case "[":
                guard let end = endOfSet(in: text, from: index) else { throw .openSet }
                tokens.append(set(text[(index + 1)..<end]))
                index = end + 1
            case "*":
                index = appendStars(of: text, from: index, to: &tokens)
            default:
                tokens.append(.literal(text[index]))
                index += 1
            }
        }
        return tokens
    }

    /// Two stars are more than one only where they are a whole component.
    private static func appendStars(of text: [Unicode.Scalar], from start: Int, to tokens: inout [GlobToken]) -> Int {
        let end = text[start...].firstIndex { $0 != "*" } ?? text.count
        let isComponentStart = start == 0 || text[start - 1] == "/"
        if end - start == 2, isComponentStart, end == text.count {
            tokens.append(.rest)
        } else if end - start == 2, isComponentStart, text[end] == "/" {
            tokens.append(.folders)
            return end + 1
        } else {
            tokens.append(.run)
        }
        return end
    }

    private static func set(_ text: ArraySlice<Unicode.Scalar>) -> GlobToken {
        var rest = text
        let isNegated = rest.first == "!" || rest.first == "^"
        if isNegated { rest = rest.dropFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let low = rest.popFirst() {
            if rest.count >= 2, rest.first == "-" {
                let high = rest[rest.startIndex + 1]
                rest = rest.dropFirst(2)
                if low <= high { ranges.append(low...high) }
            } else {
                ranges.append(low...low)
            }
        }
        return .set(ranges, isNegated: isNegated)
    }
}
