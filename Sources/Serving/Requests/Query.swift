/// The parameters behind the question mark.
struct Query: Sendable, Hashable {
    private var items: [(name: String, value: String)] = []

    /// The parameters in `encoded`, as forms write them.
    init(_ encoded: Substring.UTF8View) throws(RequestFault) {
        for part in encoded.split(separator: UInt8(ascii: "&")) {
            let name = part.prefix { $0 != UInt8(ascii: "=") }
            guard let decodedName = PercentCoding.decoded(name, plusIsSpace: true),
                let value = PercentCoding.decoded(part.dropFirst(name.count).dropFirst(), plusIsSpace: true)
            else { throw .malformedTarget }
            items.append((decodedName, value))
        }
    }

    /// The value of `name`; the first where it stands several times.
    subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    /// The parts of a list that commas separate, without the empty ones.
    func list(_ name: String) -> [String] {
        (self[name] ?? "").split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }

    static func == (left: Query, right: Query) -> Bool {
        left.items.elementsEqual(right.items) { $0.name == $1.name && $0.value == $1.value }
    }

    func hash(into hasher: inout Hasher) {
        for item in items {
            hasher.combine(item.name)
            hasher.combine(item.value)
        }
    }
}
