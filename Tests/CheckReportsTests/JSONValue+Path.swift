import JSONText

/// A step into a JSON value.
protocol JSONStep {}
extension String: JSONStep {}
extension Int: JSONStep {}

extension JSONValue {
    /// The value at the end of `steps`; null where there is none.
    func at(_ steps: any JSONStep...) -> JSONValue {
        var value = self
        for step in steps {
            switch (step, value) {
            case (let key as String, .object(let object)): value = object[key] ?? .null
            case (let index as Int, .array(let elements)) where index < elements.count: value = elements[index]
            default: return .null
            }
        }
        return value
    }

    /// The elements of an array; none of anything else.
    var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }
}
