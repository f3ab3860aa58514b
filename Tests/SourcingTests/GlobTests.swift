import Randomness
import Sourcing
import Testing

@Suite struct GlobTests {
    @Test(arguments: [
        ("*.png", "a.png", true), ("*.png", "x/y/a.png", true), ("*.png", "a.PNG", false), ("*.png", ".png", true),
        ("a?c", "abc", true), ("a?c", "aéc", true), ("a?c", "a/c", false), ("a*c", "a/c", false),
        ("x/*.png", "x/a.png", true), ("x/*.png", "y/x/a.png", false), ("/x", "x", true), ("/x", "y/x", false),
        ("./x", "x", true), ("./x", "y/x", true), ("**/a", "a", true), ("**/a", "x/y/a", true), ("**/a", "xa", false),
        ("x/**", "x/y/z", true), ("x/**", "x", false), ("x/**/z", "x/z", true), ("x/**/z", "x/a/b/z", true),
        ("x/**/z", "x/az", false), ("a**b", "axyb", true), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false),
        ("[^a-c]x", "dx", true), ("[]x]", "]", true), ("[a-]", "-", true), ("[!a]", "/", false), ("\\*", "*", true),
        ("\\*", "a", false), ("{a,b{c,d}}", "bd", true), ("{a,b{c,d}}", "b", false), ("{,x}y", "y", true),
        ("\\{a\\}", "{a}", true), ("[{]", "{", true), ("a,b", "a,b", true), ("}", "}", true),
        ("thumbs/", "x/thumbs/y", true),
        ("thumbs/", "thumbs", false), ("a/b/", "a/b/c/d", true), ("a/b/", "x/a/b/c", false),
    ])
    func `a pattern matches what it says`(pattern: String, path: String, isMatch: Bool) throws {
        #expect(try Glob(pattern).matches(path) == isMatch)
    }

    @Test(arguments: [
        ("", GlobFault.empty), ("/", .empty), ("[a", .openSet), ("{a", .openBrace), ("a\\", .openEscape),
        ("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}", .tooManyAlternatives(limit: 256)),
    ])
    func `what is no pattern is a typed fault`(pattern: String, fault: GlobFault) {
        #expect(throws: fault) { try Glob(pattern) }
    }

    @Test func `many stars do not explode`() throws {
        let pattern = String(repeating: "*a", count: 40) + "b"
        #expect(try !Glob(pattern).matches(String(repeating: "a", count: 400)))
    }

    @Test func `the matcher agrees with its plain twin`() throws {
        var random = SplitMix64(seed: 7)
        let pieces = ["a", "b", "/", "*", "?", "**/", "[ab]"]
        for _ in 0..<3000 {
            let pattern =
                "/"
                + (0..<Int.random(in: 1...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined()
            let path = (0..<Int.random(in: 1...7, using: &random)).map { _ in "ab/".randomElement(using: &random) ?? "a"
            }
            guard !pattern.hasSuffix("/"), !pattern.contains("//"), !pattern.contains("***") else { continue }
            let expected = plainMatch(Array(pattern.dropFirst())[...], path[...], isComponentStart: true)
            #expect(try Glob(pattern).matches(String(path)) == expected, "\(pattern) on \(String(path)), seed 7")
        }
    }

    /// The definition, tried out in every way.
    private func plainMatch(
        _ pattern: ArraySlice<Character>, _ path: ArraySlice<Character>, isComponentStart: Bool
    ) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        let rest = pattern.dropFirst()
        if isComponentStart, pattern.starts(with: "**/") {
            let tail = pattern.dropFirst(3)
            if plainMatch(tail, path, isComponentStart: true) { return true }
            return path.indices.contains {
                path[$0] == "/" && plainMatch(tail, path[($0 + 1)...], isComponentStart: true)
            }
        }
        if isComponentStart, Array(pattern) == ["*", "*"] { return true }
        if first == "*" {
            if plainMatch(rest, path, isComponentStart: false) { return true }
            guard let character = path.first, character != "/" else { return false }
            return plainMatch(pattern, path.dropFirst(), isComponentStart: false)
        }
        guard let character = path.first else { return false }
        if first == "[" {
            return "ab".contains(character)
                && plainMatch(pattern.dropFirst(4), path.dropFirst(), isComponentStart: false)
        }
        guard first == "?" ? character != "/" : character == first else { return false }
        return plainMatch(rest, path.dropFirst(), isComponentStart: first == "/")
    }
}
