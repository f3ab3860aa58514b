import Calibration
import Codecs
import Duplicates
import Rasters

/// What a calibration looks at, and by which rules.
struct CalibrationPlan: Sendable {
    /// Pictures that variants are made of.
    let pictures: Int
    /// Pictures beside them, which are only not to be taken for anything else.
    let others: Int
    let seed: UInt64
    /// The share of what is called a copy that is to be one.
    let precision: Double
    let limits: DecodeLimits
    let jobs: Int
    /// Where parts are looked for depends on how many pictures there are, so the reach is settled first.
    var matching: MatchOptions

    /// The radii that are tried, in bits.
    var radii: [Int] { Set(Array(stride(from: 0, through: 64, by: 4)) + [matching.maximumDistance]).sorted() }

    /// What is done to each picture; turns only if turned copies are looked for.
    var changes: [Change<Raster>] {
        let all = Change.common(.program) + Change.bars + Change.alternates(.program)
        return all.filter { change in
            guard change.group == "turn" else { return true }
            switch matching.orientations {
            case .none: return false
            case .mirror: return change.name == "orientation 2"
            case .all: return true
            }
        }
    }
}
