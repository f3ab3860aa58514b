extension Standing {
    /// Why this one is kept rather than `other`.
    func advantage(over other: Standing, rules: [KeepRule]) -> String {
        let one = picture
        let two = other.picture
        guard let rule = deciding(rules, against: other) else { return "equal by every rule; first by content" }
        switch rule {
        case .reference: return "belongs to the reference collection"
        case .pixels:
            if other.enlargedFrom != nil || other.borderedFrom != nil { return "more pixels of its own: \(other.lack)" }
            return "more pixels: \(one.size) against \(two.size)"
        case .detail: return "more detail: \(other.lack)"
        case .lossless: return "lossless"
        case .quality: return "higher quality: \(Self.quality(one)) against \(Self.quality(two))"
        case .metadata: return "more metadata: \(one.metadataBytes) bytes against \(two.metadataBytes)"
        case .bytes: return "larger file: \(one.bytes) bytes against \(two.bytes)"
        case .path: return "first by path"
        }
    }

    /// Why this one is dropped for `keeper`.
    func shortcoming(against keeper: Standing, rules: [KeepRule]) -> String {
        let one = picture
        let two = keeper.picture
        guard let rule = keeper.deciding(rules, against: self) else { return "equal by every rule; second by content" }
        switch rule {
        case .reference: return "does not belong to the reference collection"
        case .pixels:
            if let source = enlargedFrom { return "fewer pixels of its own: enlarged from \(source.size)" }
            if let source = borderedFrom { return "fewer pixels of its own: a border round \(source.size)" }
            return "fewer pixels: \(one.size) against \(two.size)"
        case .detail: return "less detail: \(lack)"
        case .lossless: return "lossy"
        case .quality: return "lower quality: \(Self.quality(one)) against \(Self.quality(two))"
        case .metadata: return "less metadata: \(one.metadataBytes) bytes against \(two.metadataBytes)"
        case .bytes: return "smaller file: \(one.bytes) bytes against \(two.bytes)"
        case .path: return "later by path"
        }
    }

    private var lack: String {
        if let source = enlargedFrom { return "\(picture.size) was enlarged from \(source.size)" }
        if let source = borderedFrom { return "\(picture.size) has a border round \(source.size)" }
        return "\(picture.size) was blurred"
    }

    private static func quality(_ picture: PictureFacts) -> String {
        picture.isLossless ? "lossless" : picture.quality.map { "\($0)" } ?? "unknown"
    }
}
