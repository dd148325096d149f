import FilingTable
import Filings
import Metrics
import TestSupport
import Testing

@testable import Publishing

/// Findings on the page.
@Suite struct FindingsBlockTests {
    @Test func worstFirstThenOrganAndYear() {
        let filings = [
            Inputs.rate(2023, 1, of: 1, organ: "乙局"), Inputs.rate(2024, 1, of: 1, organ: "甲局"),
            Inputs.rate(2023, 1, of: 1, organ: "甲局"),
        ]
        let findings = [
            Inputs.finding("signed-early", .note, filings[1]), Inputs.finding("year-gap", .warning, filings[0]),
            Inputs.finding("carry-over", .error, filings[0]), Inputs.finding("carry-over", .error, filings[1]),
            Inputs.finding("carry-over", .error, filings[2]),
        ]
        let context = FindingsBlock(input: Inputs.input(filings, findings: findings)).context
        let items = context["items"] as? [[String: Any]] ?? []
        let expected = ["乙局 2023 年", "甲局 2023 年", "甲局 2024 年"]
        #expect(items.prefix(3).compactMap { $0["title"] as? String }.sorted() == expected.sorted())
        #expect(items.compactMap { $0["badge"] as? String } == ["不符", "不符", "不符", "断点", "提示"])
        let titles = items.compactMap { $0["title"] as? String }
        #expect(titles.firstIndex(of: "甲局 2023 年")! < titles.firstIndex(of: "甲局 2024 年")!)
        let evidence = (items[0]["evidence"] as? [[String: Any]])?.first
        #expect((evidence?["place"] as? String)?.hasSuffix(".txt:3:4") == true && evidence?["text"] as? String == "12")
        let advice = items.compactMap { $0["advice"] as? String }
        #expect(advice.allSatisfy { !$0.isEmpty })
        #expect((context["summary"] as? String) == "共读 3 份报告，发现不符 3 项、断点 1 项、提示 1 项；0 份没有不符。")
    }

    @Test func fortyFindingsThenACount() {
        let filing = Inputs.rate(2024, 1, of: 1)
        let findings = (0..<45).map { _ in Inputs.finding("carry-over", .error, filing) }
        let context = FindingsBlock(input: Inputs.input([filing], findings: findings, language: .en)).context
        #expect((context["items"] as? [[String: Any]])?.count == 40)
        #expect(context["more"] as? String == "5 more in data/findings.json.")
    }

    @Test func noFindingsAreSaid() {
        let context = FindingsBlock(input: Inputs.input([Inputs.rate(2024, 1, of: 1)], findings: [])).context
        #expect((context["items"] as? [[String: Any]])?.isEmpty == true && context["more"] as? String == "")
        #expect((context["summary"] as? String)?.contains("1 份没有不符") == true)
    }
}
