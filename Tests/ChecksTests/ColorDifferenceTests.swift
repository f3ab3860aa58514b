import Checks
import Testing

/// Table 1 of Sharma, Wu and Dalal 2005: two colors and their difference, to four digits.
private let published: [[Double]] = [
    [50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425], [50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615],
    [50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412], [50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000],
    [50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000], [50, -0.9009, -85.5211, 50, 0, -82.7485, 1.0000],
    [50, 0, 0, 50, -1, 2, 2.3669], [50, -1, 2, 50, 0, 0, 2.3669],
    [50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792], [50, 2.4900, -0.0010, 50, -2.4900, 0.0010, 7.1792],
    [50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195], [50, 2.4900, -0.0010, 50, -2.4900, 0.0012, 7.2195],
    [50, -0.0010, 2.4900, 50, 0.0009, -2.4900, 4.8045], [50, -0.0010, 2.4900, 50, 0.0010, -2.4900, 4.8045],
    [50, -0.0010, 2.4900, 50, 0.0011, -2.4900, 4.7461], [50, 2.5, 0, 50, 0, -2.5, 4.3065],
    [50, 2.5, 0, 73, 25, -18, 27.1492], [50, 2.5, 0, 61, -5, 29, 22.8977], [50, 2.5, 0, 56, -27, -3, 31.9030],
    [50, 2.5, 0, 58, 24, 15, 19.4535], [50, 2.5, 0, 50, 3.1736, 0.5854, 1.0000],
    [50, 2.5, 0, 50, 3.2972, 0, 1.0000], [50, 2.5, 0, 50, 1.8634, 0.5757, 1.0000],
    [50, 2.5, 0, 50, 3.2592, 0.3350, 1.0000], [60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644],
    [63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630],
    [61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731],
    [35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645],
    [22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373],
    [36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146],
    [90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441],
    [90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381],
    [6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377],
    [2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082],
]

struct ColorDifferenceTests {
    @Test(arguments: published)
    func `a published pair has its published difference, in both directions`(row: [Double]) {
        let first = LabColor(lightness: row[0], a: row[1], b: row[2])
        let second = LabColor(lightness: row[3], a: row[4], b: row[5])
        #expect((first.difference(to: second) - row[6]).magnitude < 0.00005 + 1e-9)
        #expect((second.difference(to: first) - row[6]).magnitude < 0.00005 + 1e-9)
    }

    @Test func `all published pairs are here`() { #expect(published.count == 34) }

    @Test func `a color has no distance to itself`() {
        for value in stride(from: 0, through: 255, by: 5) {
            let color = LabColor(red: value, green: 255 - value, blue: value / 2)
            #expect(color.difference(to: color) == 0)
        }
    }

    @Test func `black, white and the primaries stand where CIE puts them`() {
        let expected: [(String, [Double])] = [
            ("#000000", [0, 0, 0]), ("#FFFFFF", [100, 0.005, -0.01]), ("#FF0000", [53.2408, 80.0925, 67.2032]),
            ("#00ff00", [87.7347, -86.1827, 83.1793]), ("#0000FF", [32.2970, 79.1875, -107.8602]),
        ]
        for (name, lab) in expected {
            guard let color = LabColor(hexadecimal: name) else {
                Issue.record("\(name) is not read")
                continue
            }
            for (found, wanted) in zip([color.lightness, color.a, color.b], lab) {
                #expect((found - wanted).magnitude < 0.02, "\(name)")
            }
        }
    }

    @Test(arguments: ["", "#", "FF0000", "#FF00", "#FF00000", "#GG0000", "# FF000", "#１２３４５６", "red"])
    func `what is no color is no color`(text: String) { #expect(LabColor(hexadecimal: text) == nil) }
}
