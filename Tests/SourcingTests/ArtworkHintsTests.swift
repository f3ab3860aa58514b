import Randomness
import Sourcing
import Testing

struct ArtworkHintsTests {
    private func mention(_ kind: String, _ address: String?) -> ArtworkHints.Mention {
        ArtworkHints.Mention(kind: kind, key: address.flatMap { ArtworkKey(address: $0) })
    }

    @Test func `items of different sources that name one artwork find each other, those of one source do not`() {
        let mentions = [
            mention("nekosia", "https://www.pixiv.net/en/artworks/7"),
            mention("nekosia", "https://www.pixiv.net/artworks/7"),
            mention("nekosbest", "https://www.pixiv.net/i/7"),
            mention("nekosbest", "https://www.pixiv.net/i/8"),
            mention("list", nil),
        ]
        #expect(ArtworkHints.partners(of: mentions) == [2, 2, 0, nil, nil])
    }

    @Test func `different pages of an artwork are different pictures`() {
        let mentions = [
            mention("nekosia", "https://i.pximg.net/a/7_p0.png"), mention("list", "https://i.pximg.net/a/7_p1.png"),
            mention("nekosbest", "https://www.pixiv.net/artworks/7"),
        ]
        #expect(ArtworkHints.partners(of: mentions) == [2, 2, 0])
        #expect(ArtworkHints.partners(of: Array(mentions.prefix(2))) == [nil, nil])
    }

    @Test func `the fast search agrees with looking at all pairs`() {
        var random = SplitMix64(seed: 8)
        for _ in 0..<200 {
            let mentions = (0..<12).map { _ in
                let artwork = Int.random(in: 1...2, using: &random)
                let page = Int.random(in: 0...2, using: &random)
                let address =
                    page == 2
                    ? "https://pixiv.net/artworks/\(artwork)" : "https://i.pximg.net/\(artwork)_p\(page).png"
                return mention(["a", "b", "c"][Int.random(in: 0...2, using: &random)], address)
            }
            let plain = mentions.map { one in
                mentions.firstIndex { other in
                    guard let first = one.key, let second = other.key else { return false }
                    return one.kind != other.kind && first.mayShowTheSame(as: second)
                }
            }
            #expect(ArtworkHints.partners(of: mentions) == plain)
        }
    }
}
