import FilingTable
import Filings
import Metrics
import TestSupport
import Testing

@testable import Publishing

/// The figures at the top of the page.
@Suite struct TilesBlockTests {
    private let two = [Inputs.rate(2023, 40, of: 100), Inputs.rate(2024, 60, of: 120)]

    private func tiles(_ indicators: [Indicator], _ filings: [Filing], _ language: Language = .zh) -> [[String: String]]
    {
        let input = Inputs.input(filings, language: language)
        var book = EvidenceBook(input)
        return TilesBlock(input: input, year: 2024).tiles(indicators, &book).map {
            $0.compactMapValues { $0 as? String }
        }
    }

    @Test func aCountAndItsChange() {
        let tile = tiles([.requestsReceived], two)[0]
        #expect(
            tile == [
                "label": "新收申请量", "value": "120", "unit": "件", "anchor": "e1", "change": "比上年增长 20.0%",
                "basis": "上年 100 件",
            ])
        #expect(tiles([.requestsReceived], two, .en)[0]["change"] == "up 20.0% on last year")
    }

    @Test func aRateAndItsFraction() {
        let tile = tiles([.disclosureRate], two)[0]
        #expect(tile["value"] == "50.0" && tile["unit"] == "%")
        #expect(tile["change"] == "比上年提高 10.0 个百分点" && tile["basis"] == "60÷120")
    }

    @Test func noYearBeforeIsSaid() {
        #expect(tiles([.requestsReceived], [two[1]])[0]["change"] == "无可比上年")
    }

    @Test func aMissingFigureIsADashWithoutUnit() {
        var filing = two[1]
        filing.readings[Measures.known("requests.received.total")] = Reading(.absent)
        let tile = tiles([.requestsReceived], [filing])[0]
        #expect(tile["value"] == "—" && tile["unit"] == "")
    }

    @Test func aNewFormIsNotCompared() {
        let input = Inputs.input([Inputs.rate(2020, 4, of: 10), Inputs.rate(2021, 6, of: 12)])
        var book = EvidenceBook(input)
        let tile = TilesBlock(input: input, year: 2021).tiles([.requestsReceived], &book)[0]
        #expect(tile["change"] as? String == "表式变化，不比较")
    }
}
