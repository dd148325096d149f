import Filings
import Metrics
import Testing

@testable import Publishing

/// Metric series as tidy CSV, and the legend of their marks.
@Suite struct MetricCSVTests {
    @Test func metricsAreTidy() {
        let input = Inputs.input([Inputs.rate(2023, 71, of: 148), Inputs.rate(2024, 5, of: 20)])
        let series = MetricQuery([.disclosureRate], by: [.organ], compare: [.level, .yearOverYear]).run(
            on: input.columns)
        let rows = MetricCSV.text(series, language: .zh).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(
            rows[0] == [
                "indicator", "comparison", "organ", "organLabel", "year", "value", "unit", "numerator", "denominator",
                "filings",
                "state", "flags", "low", "high", "text",
            ])
        #expect(
            Array(rows[1].prefix(12)) == [
                "disclosure-rate", "level", "测试区教育局", "测试区教育局", "2023", "47.972972972972975", "%", "71", "148", "1",
                "ordinary", "",
            ])
        #expect(rows[1][12].hasPrefix("40.07") && rows[1][13].hasPrefix("55.97") && rows[1][14] == "48.0%")
        #expect(rows[2][5] == "25.0" && rows[2][11] == "[low]")
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        #expect(rows.count == 5)
    }

    @Test func aMissingValueIsAnEmptyField() {
        let input = Inputs.input([Inputs.rate(2022, 1, of: 40), Inputs.rate(2024, 1, of: 40)])
        let text = MetricCSV.text(MetricQuery([.requestsReceived]).run(on: input.columns), language: .en)
        #expect(text.contains("requests-received,level,2023,,件,,,0,missing,[x],,,—\n"), "\(text)")
    }

    @Test func legendsExplainWhatIsUsed() {
        let legend = ValueFlags.legend([.smallDenominator, .formBreak], .zh)
        #expect(legend.count == 2 && legend.allSatisfy { !$0.isEmpty })
        #expect(legend == ["[断] 表式变化，不作比较", "[小] 分母过小，不参与排序"])
    }
}
