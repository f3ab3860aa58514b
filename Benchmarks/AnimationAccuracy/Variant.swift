import Drawings
import Rasters

/// What becomes of an animation on its way through the world.
struct Variant: Sendable {
    /// Its name in the table.
    let name: String
    /// Whether it is a still of the animation.
    var isStill = false
    /// How it is written.
    var encoding = Format.gif(colors: 128)
    /// What is done to the frames before that.
    let change: @Sendable (Animation, inout Lots) -> Animation

    static let all: [Variant] = [
        Variant(name: "gif 256") { animation, _ in animation }.encoded(.gif(colors: 256)),
        Variant(name: "gif 32") { animation, _ in animation }.encoded(.gif(colors: 32)),
        Variant(name: "webp 75") { animation, _ in animation }.encoded(.webp(quality: 75)),
        Variant(name: "webp 30") { animation, _ in animation }.encoded(.webp(quality: 30)),
        Variant(name: "half size") { animation, _ in animation.edited { $0.edited(.scaled(percent: 50)) } },
        Variant(name: "size 1.5") { animation, _ in animation.edited { $0.edited(.scaled(percent: 150)) } },
        Variant(name: "stretched") { animation, _ in
            animation.edited { $0.edited(.resized(width: $0.width, height: $0.height * 4 / 5)) }
        },
        Variant(name: "slow") { animation, _ in animation.timed { $0 * 2 } },
        Variant(name: "fast") { animation, _ in animation.timed { max(20, $0 / 2) } },
        Variant(name: "uneven") { animation, lots in animation.timed { _ in 30 + 10 * lots.next(below: 15) } },
        Variant(name: "every second") { animation, _ in
            animation.picking(animation.frames.indices.filter { $0.isMultiple(of: 2) })
        },
        Variant(name: "a third dropped") { animation, lots in
            let kept = animation.frames.indices.filter { _ in lots.next(below: 3) != 0 }
            return animation.picking(kept.count < 3 ? [0, 1, animation.frames.count - 1] : kept)
        },
        Variant(name: "start trimmed") { animation, _ in
            animation.picking(Array(animation.cut..<animation.frames.count))
        },
        Variant(name: "end trimmed") { animation, _ in
            animation.picking(Array(0..<animation.frames.count - animation.cut))
        },
        Variant(name: "both trimmed") { animation, _ in
            animation.picking(Array(animation.cut..<animation.frames.count - animation.cut))
        },
        Variant(name: "reversed") { animation, _ in animation.picking(animation.frames.indices.reversed()) },
        Variant(name: "to and fro") { animation, _ in
            animation.picking(
                Array(animation.frames.indices) + animation.frames.indices.dropFirst().dropLast().reversed())
        },
        Variant(name: "loop rotated") { animation, _ in
            let start = animation.frames.count * 2 / 5
            return animation.picking(Array(start..<animation.frames.count) + Array(0..<start))
        },
        Variant(name: "twice over") { animation, _ in
            animation.picking(Array(animation.frames.indices) + Array(animation.frames.indices))
        },
        Variant(name: "black first") { animation, _ in
            animation.preceded(by: animation.frames[0].edited(.brightened(percent: 0)))
        },
        Variant(name: "other first") { animation, lots in
            let title = Drawing.scene(.landscape, seed: UInt64(lots.next(below: 10000)))
            let first = animation.frames[0]
            var changed = animation
            changed.frames[0] = title.raster(width: first.width, height: first.height)
            return changed
        },
        Variant(name: "frames held") { animation, _ in animation.picking(animation.frames.indices.flatMap { [$0, $0] })
        },
        Variant(name: "small slow webp") { animation, _ in
            animation.edited { $0.edited(.scaled(percent: 60)) }.timed { $0 * 3 / 2 }
        }.encoded(.webp(quality: 60)),
        Variant(name: "still: first", isStill: true, encoding: .webp(quality: 90)) { animation, _ in
            animation.picking([0])
        },
        Variant(name: "still: middle", isStill: true, encoding: .webp(quality: 90)) { animation, _ in
            animation.picking([animation.frames.count / 2])
        },
        Variant(name: "still: any, webp 40", isStill: true, encoding: .webp(quality: 40)) { animation, lots in
            animation.picking([lots.next(below: animation.frames.count)])
        },
        Variant(name: "still: half size", isStill: true, encoding: .webp(quality: 75)) { animation, lots in
            animation.picking([lots.next(below: animation.frames.count)]).edited { $0.edited(.scaled(percent: 50)) }
        },
    ]

    private func encoded(_ encoding: Format) -> Variant {
        var variant = self
        variant.encoding = encoding
        return variant
    }
}

extension Animation {
    /// A fourth of the frames, one at least.
    fileprivate var cut: Int { max(1, frames.count / 4) }

    fileprivate func timed(_ change: (Int) -> Int) -> Animation {
        var timed = self
        timed.delays = delays.map(change)
        return timed
    }

    fileprivate func preceded(by frame: Raster) -> Animation {
        var longer = self
        longer.frames.insert(frame, at: 0)
        longer.delays.insert(delays[0], at: 0)
        return longer
    }
}
