extension SpecTree {
    /// Sets what `override`, a `key.path=value` from the command line, says; the value is YAML, elements of lists are
    /// numbered from 0.
    mutating func apply(_ override: String) throws(SpecProblem) {
        let flag = "--set \(override)"
        let malformed = SpecProblem(place: .flag(flag), keyPath: "", fault: .malformedFlag)
        guard let equals = override.firstIndex(of: "=") else { throw malformed }
        let keys = override[..<equals].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard keys.allSatisfy({ !$0.isEmpty }) else { throw malformed }
        let text = String(override[override.index(after: equals)...])
        let new = text.isEmpty ? SpecTree(value: .empty, place: .flag(flag)) : try SpecTree(yaml: text, flag: flag)
        try set(keys[...], to: new, flag: flag, at: "")
    }

    private mutating func set(
        _ keys: ArraySlice<String>, to new: SpecTree, flag: String, at path: String
    ) throws(SpecProblem) {
        guard let key = keys.first else {
            self = new
            return
        }
        let place = SpecProblem.Place.flag(flag)
        let keyPath = path.isEmpty ? key : "\(path).\(key)"
        switch value {
        case .empty:
            value = .mapping([])
            try set(keys, to: new, flag: flag, at: path)
        case .mapping(var entries):
            let index = entries.firstIndex { $0.key == key } ?? entries.count
            if index == entries.count {
                entries.append(Entry(key: key, place: place, value: SpecTree(value: .empty, place: place)))
            }
            try entries[index].value.set(keys.dropFirst(), to: new, flag: flag, at: keyPath)
            value = .mapping(entries)
        case .sequence(var elements):
            guard let index = Int(key), elements.indices.contains(index) else {
                let expected =
                    elements.isEmpty ? "no element, the list is empty" : "a number from 0 to \(elements.count - 1)"
                let fault = SpecProblem.Fault.wrongValue(expected: expected, found: "\"\(key)\"", suggestion: nil)
                throw SpecProblem(place: place, keyPath: keyPath, fault: fault)
            }
            try elements[index].set(keys.dropFirst(), to: new, flag: flag, at: keyPath)
            value = .sequence(elements)
        case .scalar:
            let fault = SpecProblem.Fault.wrongValue(expected: "a mapping", found: found, suggestion: nil)
            throw SpecProblem(place: place, keyPath: path, fault: fault)
        }
    }
}
