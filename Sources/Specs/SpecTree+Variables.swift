extension SpecTree {
    /// The tree with `${NAME}` replaced from `environment` in all values, and `$$` by `$`; keys are left alone.
    func substituting(_ environment: [String: String], at path: String = "") -> (
        tree: SpecTree, problems: [SpecProblem]
    ) {
        var tree = self
        var problems: [SpecProblem] = []
        switch value {
        case .empty: break
        case .scalar(let text):
            do throws(SpecProblem) {
                tree.value = .scalar(try substituted(text, environment, at: path))
            } catch {
                problems = [error]
            }
        case .sequence(let elements):
            let results = elements.enumerated().map { $1.substituting(environment, at: "\(path)[\($0)]") }
            tree.value = .sequence(results.map(\.tree))
            problems = results.flatMap(\.problems)
        case .mapping(var entries):
            for index in entries.indices {
                let key = path.isEmpty ? entries[index].key : "\(path).\(entries[index].key)"
                let result = entries[index].value.substituting(environment, at: key)
                entries[index].value = result.tree
                problems += result.problems
            }
            tree.value = .mapping(entries)
        }
        return (tree, problems)
    }

    private func substituted(
        _ text: String, _ environment: [String: String], at path: String
    ) throws(SpecProblem) -> String {
        guard text.contains("$") else { return text }
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            if rest.first == "$" {
                result += "$"
                rest = rest.dropFirst()
            } else if rest.first == "{" {
                let name = rest.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
                let end = rest.dropFirst(name.count + 1)
                guard !name.isEmpty, name.first?.isNumber == false, end.first == "}" else {
                    throw SpecProblem(place: place, keyPath: path, fault: .malformedVariable)
                }
                guard let value = environment[String(name)] else {
                    throw SpecProblem(place: place, keyPath: path, fault: .undefinedVariable(String(name)))
                }
                result += value
                rest = end.dropFirst()
            } else {
                result += "$"
            }
        }
        return result + rest
    }
}
