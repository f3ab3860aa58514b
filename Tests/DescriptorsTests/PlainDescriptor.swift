/// The means of a descriptor in the plainest way: every cell adds up all pixels that it touches, by their exact shares.
enum PlainDescriptor {
    static func means(_ value: (_ x: Int, _ y: Int) -> Int, width: Int, height: Int, side: Int) -> [Int] {
        var sums: [Int] = []
        for cellY in 0..<side {
            for cellX in 0..<side {
                var sum = 0
                for y in 0..<height {
                    let down = share(y, cell: cellY, pixels: height, side: side)
                    if down == 0 { continue }
                    for x in 0..<width { sum += down * share(x, cell: cellX, pixels: width, side: side) * value(x, y) }
                }
                sums.append(sum)
            }
        }
        return sums
    }

    /// The part of pixel `index` that lies in `cell`, in 1/side of a pixel.
    private static func share(_ index: Int, cell: Int, pixels: Int, side: Int) -> Int {
        max(0, min((index + 1) * side, (cell + 1) * pixels) - max(index * side, cell * pixels))
    }
}
