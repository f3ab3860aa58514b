// Members whose name needs no escapes, as those of our own schemas.
extension JSONWriter {
    package mutating func member(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    package mutating func member(_ name: String, _ value: Int?) {
        key(name)
        if let value { integer(value) } else { null() }
    }

    package mutating func member(_ name: String, _ value: Bool?) {
        key(name)
        if let value { bool(value) } else { null() }
    }

    package mutating func member(_ name: String, _ values: [String]) {
        key(name)
        beginArray()
        for value in values {
            element()
            string(value)
        }
        endArray()
    }

    package mutating func member(_ name: String, _ values: [Int]) {
        key(name)
        beginArray()
        for value in values {
            element()
            integer(value)
        }
        endArray()
    }

    package mutating func member(_ name: String, _ object: JSONObject) {
        key(name)
        value(.object(object))
    }
}
