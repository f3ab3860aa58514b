internal import Descriptors
internal import Fingerprints

/// Two descriptors held against each other: the measuring, without a judgement.
struct Comparison {
    /// Luma, tile by tile, after the tone fit that explains most.
    private(set) var luma: TileDifference
    /// Color, tile by tile; `nil` where one picture has no color to compare.
    private(set) var color: TileDifference?
    /// How tones became those of the other.
    private(set) var tone: ToneFit
    /// Correlation of what is finer than a few cells: -1 to 1.
    private(set) var correlation: Double
    /// The mean difference of large blocks in luma.
    let toneShift: Double
    /// The mean difference of large blocks in color.
    let colorShift: Double
    /// Whether tone or color changed by more than a codec changes it, and alike all over.
    private(set) var isRecolored = false
    /// The mean difference of large blocks in color that nothing explains which is alike all over.
    private var unexplained = 0.0
    /// Luma once more after what is left was smoothed, where that was looked at: what a resizer or a blur took of fine
    /// texture is gone then, an edit is not.
    private(set) var soft: TileDifference?
    /// Whether color changed in large parts and not in others, tones hardly.
    private(set) var isRepainted = false
    /// How the second was moved to lie on the first.
    private(set) var warp = Warp()
    /// Whether it was asked where the second lies best, and that is where it is: it was not cut.
    private(set) var isStill = false

    /// Compares `second` with `first`. Costs grow with doubt: most copies are proved without alignment or tone curve, and
    /// strangers are left alone.
    ///
    /// - Parameter isCoarse: Whether one of the pictures has hardly more pixels than the descriptor has cells; what is finer
    ///   than both can show is then left out.
    init(_ first: Descriptor, _ second: Descriptor, isCoarse: Bool) {
        self.init(
            LumaPlane(first, isSmoothed: isCoarse), LumaPlane(second, isSmoothed: isCoarse), ColorPlanes(first),
            ColorPlanes(second))
    }

    /// Compares what lies where `placement` says, at the fineness of the coarser of the two.
    init(_ first: Descriptor, _ second: Descriptor, at placement: Placement) {
        func plane(_ descriptor: Descriptor, _ window: Window) -> LumaPlane {
            LumaPlane(LumaPlane(descriptor, isSmoothed: false).plane.part(window).smoothed)
        }
        let color = ColorPlanes(first).part(placement.first).smoothed
        let other = ColorPlanes(second).part(placement.second).smoothed
        // Cells at the edge of a part are mixed with what lies beyond it.
        self.init(
            plane(first, placement.first), plane(second, placement.second), color, other.withRim(of: color))
    }

    private init(_ fixed: LumaPlane, _ second: LumaPlane, _ firstColor: ColorPlanes, _ other: ColorPlanes) {
        var moving = second
        var secondColor = other
        toneShift = fixed.blockDifference(from: moving)
        colorShift = firstColor.blockDifference(from: secondColor)
        tone = ToneFit.linear(fixed.plane, from: moving.plane)
        luma = TileDifference(luma: tone.residual, fixed, moving)
        correlation = 0
        correlate(fixed, moving)
        guard correlation > Limits.strangerCorrelation else { return }
        if luma.worst > Limits.doubtfulTile {
            warp = align(fixed, &moving)
            secondColor = secondColor.warped(by: warp.halved)
            correlate(fixed, moving)
        }
        let fit = ColorFit((fixed.plane, firstColor), from: (moving.plane, secondColor))
        color = fit?.difference
        unexplained = fit?.unexplained ?? 0
        judgeColors()
        if isShifted, isRepainted || max(luma.worst, color?.worst ?? 0) > Limits.doubtfulTile {
            explainChannels((fixed, firstColor), (moving, secondColor))
            judgeColors()
        }
        // Where all but one place is as it was, nothing was resized or blurred, and smoothing would hide a small edit.
        if luma.spread >= Limits.leastSpread, luma.worst > Limits.doubtfulTile || luma.median > Limits.evenDamage {
            soft = TileDifference(luma: tone.residual.smoothed, fixed.smoothed, moving.smoothed)
        }
    }

    /// Looks for curves of the channels that explain more, and adopts what does.
    private mutating func explainChannels(
        _ first: (LumaPlane, ColorPlanes), _ second: (LumaPlane, ColorPlanes)
    ) {
        let target = ChannelPlanes(first.0.plane, first.1)
        let source = ChannelPlanes(second.0.plane, second.1)
        for curves in [ChannelCurves.shared(target, from: source), .each(target, from: source)] {
            guard let curves else { continue }
            _ = consider(curves.tone, first.0, second.0)
            let difference = TileDifference(color: curves.color.cb, curves.color.cr)
            let left = curves.color.unevenness
            if let color, difference.worst <= color.worst, left < unexplained {
                self.color = difference
                unexplained = left
            }
        }
        if luma.worst > Limits.doubtfulTile, let curves = ChannelCurves.mixed(target, from: source) {
            _ = consider(curves.tone, first.0, second.0)
        }
    }

    /// Whether tone or color of large parts changed, by whatever.
    var isShifted: Bool { toneShift > Limits.toneShift || colorShift > Limits.colorShift }

    /// Whether luma changed as a filter changes it, which leaves colors as they are but for what one change of all explains.
    var isFiltered: Bool { toneShift > Limits.filteredTone && unexplained <= Limits.colorShift }

    /// Whether luma and color changed by more than a codec changes them, and as neither a filter nor a curve does.
    var isUnexplained: Bool { toneShift > Limits.filteredTone && !isFiltered && !isRecolored }

    private mutating func judgeColors() {
        let isToned = toneShift > Limits.toneShift && tone.residual.meanBlock(8) < toneShift / 2
        // What clips tones takes colors along that no curve brings back.
        let isStrong = toneShift >= Limits.strongTone || colorShift >= Limits.strongColor
        let least = isStrong ? Limits.strongRepainted : Limits.repainted
        isRepainted = unexplained > max(least, colorShift * Limits.unexplainedColor)
        isRecolored =
            !isRepainted && isToned
            || colorShift > Limits.colorShift && unexplained < colorShift * Limits.unexplainedColor
    }

    /// The worst tile of luma and color, as fine or smoothed, whichever is less.
    var worst: Float { max(worstLuma, color?.worst ?? 0) }

    /// The worst tile of luma, as fine or smoothed, whichever is less.
    var worstLuma: Float { min(luma.worst, soft?.worst ?? luma.worst) }

    /// The middle of the differences in luma, as fine or smoothed, whichever is less.
    var damage: Float { min(luma.median, soft?.median ?? luma.median) }

    /// Correlates fine structure; a small edit, which may be all the contrast that a pale picture has, is left out of it.
    private mutating func correlate(_ fixed: LumaPlane, _ moving: LumaPlane) {
        correlation = fixed.correlation(with: moving)
        if correlation < Limits.copyCorrelation, luma.worst > Limits.editTile, luma.share <= Limits.smallEdit {
            let healed = fixed.correlation(with: moving.healed(luma.marked, from: fixed))
            // What is left of strangers when much is left out of them agrees a little too.
            if luma.share <= Limits.tinyEdit || healed >= Limits.healedCorrelation { correlation = healed }
        }
    }

    /// Looks for a shift, a stretch or a tone curve that explains more, and adopts what does.
    private mutating func align(_ fixed: LumaPlane, _ moving: inout LumaPlane) -> Warp {
        var still = fixed
        var warp = Alignment.warp(of: moving.plane, onto: fixed.plane)
        isStill = warp.size < Limits.restlessWarp
        if warp.size < Alignment.settled {
            warp = Warp()
        } else {
            let moved = moving.warped(by: warp)
            if consider(ToneFit.linear(fixed.plane, from: moved.plane), fixed, moved) {
                moving = moved
            } else {
                warp = Warp()
            }
        }
        // Moving by a part of a cell blurs; where it moved, the other is blurred as well.
        if luma.worst > Limits.doubtfulTile, warp.size > Limits.blurringWarp {
            let (first, second) = (fixed.smoothed, moving.smoothed)
            if consider(ToneFit.linear(first.plane, from: second.plane), first, second) {
                (still, moving) = (first, second)
            }
        }
        // No curve explains what differs where tones are as they were.
        if luma.worst > Limits.doubtfulTile, !tone.isNone || isShifted,
            let curved = ToneFit.curved(still.plane, from: moving.plane)
        {
            _ = consider(curved, still, moving)
        }
        return warp
    }

    private mutating func consider(_ fit: ToneFit, _ first: LumaPlane, _ second: LumaPlane) -> Bool {
        let difference = TileDifference(luma: fit.residual, first, second)
        guard difference.worst < luma.worst, difference.share <= luma.share else { return false }
        luma = difference
        tone = fit
        return true
    }
}
