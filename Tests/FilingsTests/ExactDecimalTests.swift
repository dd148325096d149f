import Filings
import TestSupport
import Testing

@Suite struct ExactDecimalTests {
    @Test(arguments: [
        ("0", "0"), ("3602", "3602"), ("-18", "-18"), ("+5", "5"), ("167.4792", "167.4792"),
        ("24252.311082", "24252.311082"),
        ("1.50", "1.5"), ("100", "100"), ("2.00", "2"), ("0.0001", "0.0001"), ("-0.5", "-0.5"), ("007", "7"),
        ("-0", "0"),
        ("999999999999999999", "999999999999999999"), ("13575394432.52", "13575394432.52"),
    ])
    func readsAndPrints(_ text: String, _ printed: String) throws {
        #expect(try #require(ExactDecimal(text)).description == printed)
    }

    @Test(arguments: [
        "", "-", "+", ".", "1.", ".5", "1.2.3", "1,234", " 1", "1 ", "１", "1e3", "0x1", "--1", "1000000000000000000",
        "0.1234567890123456789", "0.0000000000000000001", "0." + String(repeating: "0", count: 300) + "1",
    ])
    func refuses(_ text: String) { #expect(ExactDecimal(text) == nil) }

    @Test func equalValuesAreEqualHoweverPrinted() throws {
        #expect(ExactDecimal("1.50") == ExactDecimal("1.5"))
        #expect(ExactDecimal("2.000")!.hashValue == ExactDecimal("2")!.hashValue)
        #expect(ExactDecimal(mantissa: 1500, scale: 3) == ExactDecimal("1.5"))
        #expect(ExactDecimal(mantissa: 0, scale: 9) == .zero)
        #expect(ExactDecimal("2.0")!.isInteger && !ExactDecimal("2.1")!.isInteger)
    }

    @Test(arguments: 0..<200) func arithmeticIsThatOfIntegers(_ seed: Int) {
        var generator = SeededGenerator(seed: seed)
        let range: ClosedRange<Int64> = -90_000_000_000_000_000...90_000_000_000_000_000
        let a = Int64.random(in: range, using: &generator)
        let b = Int64.random(in: range, using: &generator)
        let scale = UInt8(seed % 7)
        let left = ExactDecimal(mantissa: a, scale: scale)
        let right = ExactDecimal(mantissa: b, scale: scale)
        #expect(left + right == ExactDecimal(mantissa: a + b, scale: scale))
        #expect(left - right == ExactDecimal(mantissa: a - b, scale: scale))
        #expect((left < right) == (a < b))
        #expect(ExactDecimal(left.description) == left)
        #expect(-(-left) == left)
    }

    @Test func theLongestDecimalsAddUpWithTheLargestCounts() {
        let least = ExactDecimal("0.000000000000000001")!
        let most = ExactDecimal("999999999999999999")!
        #expect(least < most && least.times(least) == nil)
        #expect((0..<300).reduce(least) { sum, _ in sum + most } != most)
        #expect(-ExactDecimal(mantissa: .min, scale: 0) == ExactDecimal(mantissa: .max, scale: 0))
    }

    @Test func tenthsAddUpExactly() {
        let tenth = ExactDecimal("0.1")!
        #expect((0..<10).reduce(.zero) { sum, _ in sum + tenth } == ExactDecimal(1))
        #expect(ExactDecimal("24252.311082")! - ExactDecimal("24252.311081")! == ExactDecimal("0.000001"))
    }

    @Test func comparesAcrossScales() {
        #expect(ExactDecimal("0.9")! < ExactDecimal("1")!)
        #expect(ExactDecimal("-0.9")! > ExactDecimal("-1")!)
        #expect(ExactDecimal("999999999999999999")! > ExactDecimal("0.99999999999999999")!)
    }

    /// A sum that does not fit is cut, and equals no printed figure.
    @Test func aSumTooLargeEqualsNoFigure() {
        let most = ExactDecimal("999999999999999999")!
        let sum = (0..<20).reduce(ExactDecimal.zero) { total, _ in total + most }
        #expect(sum > most)
        #expect(ExactDecimal(sum.description) == nil)
    }

    @Test func doubleIsTheNearest() { #expect(ExactDecimal("167.4792")!.double == 167.4792) }
}

@Suite struct ExactProductTests {
    @Test(arguments: [("12500.5", "0.0001", "1.25005"), ("3", "10000", "30000"), ("-2", "0.5", "-1"), ("0", "7", "0")])
    func productsAreExact(_ a: String, _ b: String, _ product: String) {
        #expect(ExactDecimal(a)!.times(ExactDecimal(b)!)?.description == product)
    }

    @Test func whatDoesNotFitIsNoNumber() {
        #expect(ExactDecimal("999999999999999999")!.times(ExactDecimal("10")!) == nil)
        #expect(ExactDecimal("5")!.times(nil) == 5)
    }
}
