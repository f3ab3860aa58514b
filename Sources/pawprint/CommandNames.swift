import ArgumentParser
import Files
import Spelling

/// Says more of a command that there is not than ArgumentParser, which knows near misses of options only.
enum CommandNames {
    /// Refuses `arguments` if they begin with something else than an option or a command.
    static func check(_ arguments: [String]) throws {
        let isHelp = arguments.first == "help"
        guard let word = arguments.dropFirst(isHelp ? 1 : 0).first, !word.hasPrefix("-") else { return }
        let names = Pawprint.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !names.contains(word), word != "help" else { return }
        if let near = NearMiss.suggestion(for: word, among: names) {
            throw ValidationError("there is no command '\(word)'; did you mean '\(near)'?")
        }
        let hint =
            switch FileKind.at(word) {
            case .file where word.hasSuffix(".yaml") || word.hasSuffix(".yml"): "try 'pawprint run \(word)'"
            case nil: "expected \(names.joined(separator: ", "))"
            default: "try 'pawprint scan \(word)'"
            }
        throw ValidationError("there is no command '\(word)'; \(hint)")
    }
}
