import JSONText

/// Answers of the recorded shapes, made up.
enum Samples {
    /// What Nekosia sends for one picture among several.
    static func image(_ id: String) -> JSONObject {
        [
            "id": .string(id), "colors": ["main": "#8987B6", "palette": ["#564B84", "#1A1130"]],
            "image": [
                "original": ["url": .string("https://cdn.example/images/catgirl/\(id).png"), "extension": "png"],
                "compressed": [
                    "url": .string("https://cdn.example/images/catgirl/\(id)-compressed.jpg"), "extension": "jpeg",
                ],
            ],
            "metadata": [
                "original": ["width": 1536, "height": 2304, "size": 4_624_354, "extension": "png"],
                "compressed": ["width": 1280, "height": 1920, "size": 768_308, "extension": "jpeg"],
            ],
            "category": "catgirl", "tags": ["catgirl", "blue-hair"], "rating": "safe",
            "anime": ["title": .null, "character": "One"],
            "source": ["url": "https://art.example/1", "direct": "https://art.example/1_p0.png"],
            "attribution": [
                "artist": ["username": "Somebody", "profile": "https://art.example/somebody"],
                "copyright": "Copyright 2023 © by Somebody.",
            ],
        ]
    }

    /// Nekosia's answer with these pictures: at the top level when one was asked for.
    static func images(_ ids: [String], matching: Int?, asked: Int) -> JSONValue {
        var answer: JSONObject = asked == 1 && ids.count == 1 ? image(ids[0]) : [:]
        answer["success"] = true
        answer["status"] = 200
        answer["count"] = matching.map { .integer($0) }
        if asked != 1 || ids.count != 1 { answer["images"] = .array(ids.map { .object(image($0)) }) }
        return .object(answer)
    }

    /// Nekosia's answer to a mistake.
    static func refusal(_ status: Int, _ message: String) -> JSONValue {
        ["success": false, "status": .integer(status), "message": .string(message)]
    }

    static let noneMatching = refusal(
        400, "No images matching the specified criteria were found. See https://example.org for more details.")

    static let tags: JSONValue = [
        "status": 200, "success": true, "tags": ["animal-ears", "blue-hair", "catgirl", "foxgirl", "hoodie"],
        "anime": ["A Series"], "characters": ["Somebody Else"],
    ]

    /// A UUID with this number.
    static func uuid(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    /// What nekos.best sends for a PNG.
    static func picture(_ number: Int, category: String = "kitsune") -> JSONValue {
        [
            "artist_name": "Somebody", "artist_href": "https://art.example/somebody",
            "source_url": "https://art.example/1",
            "url": .string("https://nekos.example/api/v2/\(category)/\(uuid(number)).png"),
            "dimensions": ["width": 760, "height": 1200],
        ]
    }

    static func pictures(_ numbers: some Sequence<Int>) -> JSONValue {
        ["results": .array(numbers.map { picture($0) })]
    }

    static let endpoints: JSONValue = [
        "wave": ["format": "gif"], "neko": ["format": "png"], "kitsune": ["format": "png"], "pat": ["format": "gif"],
    ]
}
