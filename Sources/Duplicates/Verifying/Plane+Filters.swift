extension Plane {
    /// Half the difference between the neighbors on either side, along rows and along columns; zero on the border.
    var gradients: (x: Plane, y: Plane) {
        var along = Plane(side: side) { index in
            guard index >= side, index < count - side else { return .zero }
            return (self[eight: index + 1] - self[eight: index - 1]) * 0.5
        }
        var down = Plane(side: side) { index in
            guard index >= side, index < count - side else { return .zero }
            return (self[eight: index + side] - self[eight: index - side]) * 0.5
        }
        along.clearBorder(1)
        down.clearBorder(1)
        return (along, down)
    }

    /// What is finer than about three cells: the plane less itself smoothed twice by 1 4 6 4 1. Four cells from the border
    /// it is zero.
    var fine: Plane {
        let smooth = smoothed.smoothed
        var result = self - smooth
        result.clearBorder(4)
        return result
    }

    /// The one of three by three cells that `choose` prefers. At either end of a row, the other end of its neighbor counts.
    @inline(__always)
    func extreme(_ choose: (SIMD8<Float>, SIMD8<Float>) -> SIMD8<Float>) -> Plane {
        let across = Plane(side: side) { index in
            choose(choose(self[eight: index], self[eight: max(index - 1, 0)]), self[eight: min(index + 1, count - 8)])
        }
        return Plane(side: side) { index in
            let (above, below) = (max(index - side, index % side), min(index + side, count - side + index % side))
            return choose(choose(across[eight: index], across[eight: above]), across[eight: below])
        }
    }

    /// The mean size of the means of square blocks of `width` cells, side by side: what differs over large areas.
    func meanBlock(_ width: Int) -> Double {
        let blocks = side / width
        var sum = 0.0
        for block in 0..<blocks * blocks {
            let corner = block / blocks * width * side + block % blocks * width
            var total: Float = 0
            for y in 0..<width { for x in 0..<width { total += cells[corner + y * side + x] } }
            sum += Double(total.magnitude)
        }
        return sum / Double(side * side)
    }

    /// Moved by a fraction of a cell and stretched about the middle: the cell at (x, y) comes from
    /// (x + dx + sx * u, y + dy + sy * v), u and v running from -1 to 1 across the plane; the border goes on outside.
    func warped(by warp: Warp) -> Plane {
        sampled(
            columns: Warp.places(side: side, shift: warp.dx, stretch: warp.sx),
            rows: Warp.places(side: side, shift: warp.dy, stretch: warp.sy))
    }

    /// Each cell from between two columns and two rows.
    func sampled(columns: [(cell: Int, part: Float)], rows: [(cell: Int, part: Float)]) -> Plane {
        var across = self
        for row in 0..<side {
            for (x, place) in columns.enumerated() {
                let from = row * side + place.cell
                across[row * side + x] = cells[from] + (cells[from + 1] - cells[from]) * place.part
            }
        }
        return Plane(side: side) { index in
            let place = rows[index / side]
            let from = place.cell * side + index % side
            let upper = across[eight: from]
            return upper + (across[eight: from + side] - upper) * place.part
        }
    }
}
