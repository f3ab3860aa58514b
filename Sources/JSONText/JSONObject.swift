/// The members of a JSON object, always in the order of their keys' UTF-8 bytes.
///
/// An array and no dictionary: Swift calls a composed and a decomposed accent the same key, JSON does not.
public struct JSONObject: Sendable, Hashable {
    /// One key and its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The value.
        public var value: JSONValue

        /// A member.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The members in the order of their keys, each key once.
    public private(set) var members: [Member]

    /// An object without members.
    public init() { members = [] }

    /// An object of `pairs` in any order; of two values for one key the later stands.
    public init(_ pairs: some Sequence<(String, JSONValue)>) {
        members = []
        for (key, value) in pairs { self[key] = value }
    }

    /// Whether there is no member.
    public var isEmpty: Bool { members.isEmpty }

    /// The value of `key`, or `nil`; setting `nil` removes the member.
    public subscript(key: String) -> JSONValue? {
        get {
            let place = position(of: key)
            return place.isTaken ? members[place.index].value : nil
        }
        set {
            let place = position(of: key)
            switch (newValue, place.isTaken) {
            case (let value?, true): members[place.index].value = value
            case (let value?, false): members.insert(Member(key: key, value: value), at: place.index)
            case (nil, true): members.remove(at: place.index)
            case (nil, false): break
            }
        }
    }

    /// Where `key` stands, or would stand.
    private func position(of key: String) -> (index: Int, isTaken: Bool) {
        // Canonical texts are read in order, so the end is looked at first.
        if let last = members.last, last.key.utf8.lexicographicallyPrecedes(key.utf8) { return (members.count, false) }
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].key.utf8.lexicographicallyPrecedes(key.utf8) { low = middle + 1 } else { high = middle }
        }
        return (low, low < members.count && members[low].key.utf8.elementsEqual(key.utf8))
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object of `elements` in any order; of two values for one key the later stands.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
