import Duplicates
import Randomness
import Rasters

/// Pictures that are related in every way that is known, with digests as files have them.
enum Album {
    /// Some fifty: drawings with what happens to pictures, flat ones, animations and stills of them.
    static let pictures: [Picture] = {
        var pictures: [Picture] = []
        for seed in 1...3 as ClosedRange<UInt64> { pictures += family(Scene(seed: seed, width: 180, height: 135)) }
        for level in [10, 12, 90, 91, 200, 201] as [UInt8] { pictures.append(plain(level)) }
        pictures.append(plain(90).with { $0.frames = 3 })
        pictures += moving
        for place in pictures.indices { pictures[place].digest = digest(UInt64(place)) }
        return pictures
    }()

    /// What tells files apart that look the same.
    static func digest(_ number: UInt64) -> String {
        var generator = SplitMix64(seed: number &* 77 &+ 5)
        return (0..<64).map { _ in String(generator.next() % 16, radix: 16) }.joined()
    }

    /// The pictures at `places`, as a collection of their own.
    static func collection(_ places: [Int], of pictures: [Picture] = pictures) -> [Picture] {
        places.enumerated().map { ticket, place in
            pictures[place].with {
                $0.ticket = ticket
                $0.path = "\(100 + place)"
            }
        }
    }

    /// `count` files of other bytes that show the same.
    static func crowd(of picture: Picture, count: Int, from number: UInt64) -> [Picture] {
        (0..<count).map { copy in
            picture.with {
                $0.digest = digest(number + UInt64(copy))
                $0.bytes += copy
            }
        }
    }

    static func plain(_ level: UInt8) -> Picture {
        Scene(width: 64, height: 48, pixels: (0..<64 * 48 * 4).map { $0 & 3 == 3 ? 255 : level }).picture()
    }

    private static func family(_ scene: Scene) -> [Picture] {
        [
            scene, scene, scene.damaged(by: 4), scene.resized(width: 90, height: 68),
            scene.resized(width: 360, height: 270), scene.edited(x: 50, y: 40, size: 16),
            scene.edited(x: 50, y: 40, size: 16).damaged(by: 3), scene.negative, scene.gray, scene.sepia,
            scene.turned(.mirrored), scene.turned(.rotatedRight).damaged(by: 2), scene.part(12, 9, 150, 112),
            scene.framed(left: 20, top: 20, right: 20, bottom: 20, level: 0),
        ].map { $0.picture() }
    }

    private static let moving: [Picture] = {
        let scene = MovingScene()
        let whole = Array(0..<12)
        return [
            scene.animation(whole, path: "", ticket: 0), scene.animation(Array(5..<12), path: "", ticket: 0),
            scene.animation(whole.reversed(), path: "", ticket: 0),
            scene.animation(whole, path: "", ticket: 0, delay: 200),
            scene.still(9, path: "", ticket: 0), scene.still(0, path: "", ticket: 0),
            MovingScene(step: (0, 8)).animation(whole, path: "", ticket: 0),
            MovingScene(seed: 2).animation(whole, path: "", ticket: 0),
        ]
    }()
}

extension Picture {
    /// The same but for what `change` does.
    func with(_ change: (inout Picture) -> Void) -> Picture {
        var picture = self
        change(&picture)
        return picture
    }
}
