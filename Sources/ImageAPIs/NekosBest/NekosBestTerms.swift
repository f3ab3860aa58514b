internal import Foundation

/// What the terms of nekos.best ask of a client, as code; they bind at nekos.best and at no other server.
///
/// Source: its terms of service of 17 February 2026 forbid bulk download, mass downloading and archives, rehosting and
/// training use; its documentation asks for a user agent with a contact and refuses all others.
public enum NekosBestTerms {
    /// Why nothing is asked.
    public enum Breach: Error, Sendable, Hashable {
        /// No contact is known to stand in the user agent.
        case noContact
        /// More pictures are wanted than a run may have.
        case tooManyPictures(wanted: Int, limit: Int)
    }

    /// The most pictures of one run, over all its sources.
    public static let maximumPictures = 20

    /// Whether `base` is at nekos.best, and not a server of one's own that speaks like it.
    public static func bind(_ base: String) -> Bool {
        guard var host = URL(string: base)?.host(percentEncoded: false)?.lowercased() else { return false }
        while host.last == "." { host.removeLast() }
        return host == "nekos.best" || host.hasSuffix(".nekos.best")
    }

    /// Holds a run against the terms.
    ///
    /// - Parameters:
    ///   - pictures: how many are wanted by all sources of the run at `base`.
    ///   - contact: the contact in the user agent: an e-mail address or a public page.
    public static func check(pictures: Int, contact: String?, base: String) throws(Breach) {
        guard bind(base) else { return }
        if (contact ?? "").allSatisfy(\.isWhitespace) { throw .noContact }
        guard pictures <= maximumPictures else { throw .tooManyPictures(wanted: pictures, limit: maximumPictures) }
    }
}

extension NekosBestTerms.Breach: CustomStringConvertible {
    /// A stable name of the case, for programs.
    public var code: String {
        switch self {
        case .noContact: "nekosbest-no-contact"
        case .tooManyPictures: "nekosbest-too-many-pictures"
        }
    }

    public var description: String {
        switch self {
        case .noContact:
            "nekos.best is not asked without a contact (--contact or PAWPRINT_CONTACT): an e-mail address or a public "
                + "page, which its terms want in the user agent"
        case .tooManyPictures(let wanted, let limit):
            "\(wanted) pictures are more than the \(limit) that a run may have from nekos.best: its terms forbid bulk "
                + "download, rehosting and training use (https://nekos.best); use a folder or a server of your own"
        }
    }
}
