import FilingTable
import Filings
import Metrics
import TestSupport
import Testing

@testable import Publishing

/// Tables of indicators.
@Suite struct TableBlockTests {
    private let two = [Inputs.rate(2023, 40, of: 100), Inputs.rate(2024, 60, of: 120)]

    private func table(_ indicators: [Indicator], by: [Dimension] = [], latest: Bool = false) -> ReportDefinition.Table
    {
        ReportDefinition.Table(title: Words("表", "Table"), indicators: indicators, by: by, isLatestOnly: latest)
    }

    @Test func yearsDownIndicatorsAcross() {
        let input = Inputs.input(two)
        let content = TableBlock(input: input, year: 2024, definition: table([.requestsReceived, .disclosureRate]))
            .content()
        #expect(content.header == ["年度", "新收申请量（件）", "公开率（%）", "标记"])
        #expect(
            content.rows.map { [$0.head] + $0.cells + [$0.flags] } == [
                ["2023 年", "100", "40.0", ""], ["2024 年", "120", "50.0", ""],
            ])
        #expect(content.rows.map(\.isLatest) == [false, true])
        #expect(content.used == [])
    }

    @Test func groupsDownInTheLatestYear() {
        let other = Inputs.rate(2024, 5, of: 20, organ: "测试区卫生健康局")
        let input = Inputs.input(two + [other])
        let content = TableBlock(
            input: input, year: 2024, definition: table([.disclosureRate], by: [.organ], latest: true)
        ).content()
        #expect(content.header.first == "分组" && content.rows.count == 2)
        let small = content.rows.first { $0.head.contains("卫生健康局") }
        #expect(small?.cells == ["25.0"] && small?.flags == "[小]")
        #expect(content.used.contains(.smallDenominator))
    }

    @Test func gapsAreDashesWithFlags() {
        let input = Inputs.input([Inputs.rate(2022, 4, of: 100), two[1]])
        let content = TableBlock(input: input, year: 2024, definition: table([.disclosureRate])).content()
        #expect(content.rows.map(\.cells) == [["4.0"], ["—"], ["50.0"]])
        #expect(content.rows[1].flags == "[缺]")
    }

    /// As in the charts: shown, marked, never ranked.
    @Test func ratesOverVeryFewCasesAreFlagged() {
        let input = Inputs.input([Inputs.rate(2024, 1, of: 4)])
        let content = TableBlock(input: input, year: 2024, definition: table([.disclosureRate])).content()
        #expect(content.rows.map(\.cells) == [["25.0"]] && content.rows[0].flags == "[小]")
    }
}
