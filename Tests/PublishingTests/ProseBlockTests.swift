import FilingTable
import Filings
import Metrics
import TestSupport
import Testing

@testable import Publishing

/// Sentences computed from values.
@Suite struct ProseBlockTests {
    private let two = [Inputs.rate(2023, 40, of: 100), Inputs.rate(2024, 60, of: 120)]

    private func prose(_ indicators: [Indicator], _ filings: [Filing], _ language: Language = .zh) -> String {
        let input = Inputs.input(filings, language: language)
        var book = EvidenceBook(input)
        return ProseBlock(input: input, year: 2024).pieces(indicators, &book).map(\.text).joined()
    }

    @Test func sentencesInBothLanguages() {
        #expect(
            prose([.requestsReceived, .disclosureRate], two)
                == "2024 年，测试区教育局新收申请量 120 件，比上年增长 20.0%；公开率 50.0%，比上年提高 10.0 个百分点。")
        #expect(
            prose([.requestsReceived, .disclosureRate], two, .en)
                == "In 2024, 测试区教育局: requests received 120 cases, up 20.0% on last year; disclosure rate 50.0%, up 10.0 percentage points on last year."
        )
    }

    @Test func sentencesWithoutAYearBefore() {
        #expect(prose([.requestsReceived], [two[1]]) == "2024 年，测试区教育局新收申请量 120 件。")
    }

    @Test func numbersOfSentencesLeadToTheirEvidence() {
        let input = Inputs.input(two)
        var book = EvidenceBook(input)
        let pieces = ProseBlock(input: input, year: 2024).pieces([.requestsReceived, .disclosureRate], &book)
        #expect(pieces.filter { $0.anchor != nil }.map(\.text) == ["120 件", "50.0%"])
        #expect(pieces.compactMap(\.anchor) == book.entries.map(\.id))
    }
}
