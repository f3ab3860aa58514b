import Codecs
import Serving

extension CompressedMaker {
    /// Decodes the file and encodes it anew, with limits that hold for both.
    static let codecs = CompressedMaker { file, width, height in
        var decoder = ImageDecoder()
        do throws(EncodeError) {
            let variant = try CompressedVariant(of: file.span, width: width, decoder: &decoder)
            guard variant.height == height else {
                return .failure(Failure(reason: "the file is not as wide and high as the manifest says"))
            }
            return .success(variant.bytes)
        } catch {
            return .failure(Failure(reason: "\(error)"))
        }
    }
}
