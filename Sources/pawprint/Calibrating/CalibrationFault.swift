/// Why nothing could be calibrated.
enum CalibrationFault: Error, CustomStringConvertible {
    /// None of the pictures that were looked at is large and busy enough.
    case nothingToMakeVariantsOf(looked: Int)
    /// A variant could not be encoded, or not decoded again.
    case refused(name: String, reason: String)

    var description: String {
        switch self {
        case .nothingToMakeVariantsOf(let looked):
            "none of \(looked) files is a picture of 64 pixels a side that is not flat"
        case .refused(let name, let reason): "\(name): no variant of it can be made: \(reason)"
        }
    }
}
