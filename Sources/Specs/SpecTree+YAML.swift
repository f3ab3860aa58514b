internal import Yams

extension SpecTree {
    /// What `yaml` says; `flag` is the command line's text where the YAML comes from there.
    init(yaml: String, flag: String? = nil) throws(SpecProblem) {
        let start = flag.map(SpecProblem.Place.flag) ?? .file(line: 1, column: 1)
        guard !Self.couldUnfold(yaml) else { throw SpecProblem(place: start, keyPath: "", fault: .alias) }
        let parser: Parser
        let root: Node?
        do {
            // Without the resolver's types: `no` and `1_000` stay what was written. The encoding is named because the
            // default asks the environment.
            parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
            root = try parser.singleRoot()
        } catch let error as YamlError {
            throw Self.problem(error, in: yaml, flag: flag)
        } catch {
            throw SpecProblem(place: start, keyPath: "", fault: .syntax("\(error)"))
        }
        guard let root else { throw SpecProblem(place: start, keyPath: "", fault: .empty) }
        // Nodes hold their anchors weakly, the parser holds them strongly: without it, no anchor would be seen below.
        let tree = withExtendedLifetime(parser) { Result { () throws(SpecProblem) in try SpecTree(root, flag: flag) } }
        self = try tree.get()
    }

    private init(_ node: Node, flag: String?) throws(SpecProblem) {
        place = Self.place(node.mark, flag)
        // Left at the first anchor, before any alias of it: what is walked here cannot unfold.
        guard node.anchor == nil else { throw SpecProblem(place: place, keyPath: "", fault: .alias) }
        switch node {
        case .scalar(let scalar):
            let isEmpty = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            value = isEmpty ? .empty : .scalar(scalar.string)
        case .sequence(let sequence):
            var elements: [SpecTree] = []
            for element in sequence { elements.append(try SpecTree(element, flag: flag)) }
            value = .sequence(elements)
        case .mapping(let mapping):
            var entries: [Entry] = []
            for (key, node) in mapping {
                let place = Self.place(key.mark, flag)
                guard key.anchor == nil else { throw SpecProblem(place: place, keyPath: "", fault: .alias) }
                guard case .scalar(let name) = key else {
                    let fault = SpecProblem.Fault.wrongValue(
                        expected: "a key", found: "a list or a mapping", suggestion: nil)
                    throw SpecProblem(place: place, keyPath: "", fault: fault)
                }
                entries.append(Entry(key: name.string, place: place, value: try SpecTree(node, flag: flag)))
            }
            value = .mapping(entries)
        case .alias: throw SpecProblem(place: place, keyPath: "", fault: .alias)
        }
    }

    private static func place(_ mark: Mark?, _ flag: String?) -> SpecProblem.Place {
        if let flag { return .flag(flag) }
        return .file(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    /// Whether aliases could make the parser itself work without end: it hashes mapping keys, with all that aliases in
    /// them stand for. A dozen aliases unfold to at most 81 copies; more than that, together with an anchor, is no
    /// pipeline.
    private static func couldUnfold(_ yaml: String) -> Bool {
        var (anchors, aliases) = (0, 0)
        var last = UInt8(ascii: " ")
        for byte in yaml.utf8 {
            // Both signs mean something only where a value can begin; elsewhere they are text, as in `**/*.png` and
            // `?a=1&b=2`.
            if last <= 0x20 || last == UInt8(ascii: "[") || last == UInt8(ascii: "{") || last == UInt8(ascii: ",")
                || last == UInt8(ascii: ":")
            {
                if byte == UInt8(ascii: "&") { anchors += 1 }
                if byte == UInt8(ascii: "*") { aliases += 1 }
            }
            last = byte
        }
        return anchors > 0 && aliases > 12
    }

    private static func problem(_ error: YamlError, in yaml: String, flag: String?) -> SpecProblem {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            if problem == "found undefined alias" {
                return SpecProblem(place: place(mark, flag), keyPath: "", fault: .alias)
            }
            let text = context.map { "\($0.text) in line \($0.mark.line): \(problem)" } ?? problem
            return SpecProblem(place: place(mark, flag), keyPath: "", fault: .syntax(text))
        case .duplicatedKeysInMapping(let duplicates, let context):
            return SpecProblem(place: place(context.mark, flag), keyPath: duplicates.first ?? "", fault: .duplicateKey)
        case .reader(let problem, let offset, _, _):
            let before = yaml.prefix(offset ?? 0)
            let line = before.count { $0.isNewline } + 1
            let column = before.reversed().prefix { !$0.isNewline }.count + 1
            return SpecProblem(
                place: flag.map(SpecProblem.Place.flag) ?? .file(line: line, column: column), keyPath: "",
                fault: .syntax(problem))
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return SpecProblem(place: place(nil, flag), keyPath: "", fault: .syntax("\(error)"))
        }
    }
}
