/// Two places in a list of pictures, the smaller first.
struct PicturePair: Hashable {
    let a: Int
    let b: Int

    init(_ one: Int, _ other: Int) {
        a = min(one, other)
        b = max(one, other)
    }
}
