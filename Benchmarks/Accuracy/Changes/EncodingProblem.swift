/// What an encoder or a decoder refused.
struct EncodingProblem: Error {
    let what: String
}
