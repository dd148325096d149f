import Filings
import Testing

@testable import Metrics

@Suite struct ValueFormatTests {
    @Test(arguments: [
        ("3153", "3,153"), ("0", "0"), ("999", "999"), ("1000000", "1,000,000"), ("-1234.5", "−1,234.5"),
        ("24252.167479", "24,252.167479"), ("0.05", "0.05"),
    ])
    func groupsThousandsAndKeepsDecimals(text: String, expected: String) throws {
        #expect(DecimalText.grouped(try #require(ExactDecimal(text))) == expected)
    }

    @Test(arguments: [
        (48.0, "48.0"), (6.25, "6.3"), (-10.54, "−10.5"), (-0.04, "0.0"), (1234.56, "1,234.6"), (0.05, "0.1"),
        (99.96, "100.0"), (0, "0.0"),
    ])
    func roundsToOneDecimal(value: Double, expected: String) {
        #expect(DecimalText.fixed(value, 1) == expected)
    }

    @Test func signs() {
        #expect(DecimalText.signed(12.4, 1) == "+12.4")
        #expect(DecimalText.signed(-10.5, 1) == "\u{2212}10.5")
        #expect(DecimalText.signed(0.01, 1) == "0.0")
        #expect(DecimalText.signed(ExactDecimal(0)) == "0")
    }

    @Test func runningText() {
        #expect(ValueFormat(.zh).prose(ExactDecimal(447_228)) == "44.7 万")
        #expect(ValueFormat(.zh).prose(ExactDecimal(125_000_000)) == "1.25 亿")
        #expect(ValueFormat(.en).prose(ExactDecimal(447_228)) == "447,228")
    }
}
