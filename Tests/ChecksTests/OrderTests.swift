import Checks
import Filings
import TestSupport
import Testing

@Suite struct OrderTests {
    /// Several filings with several faults each.
    private let filings: [Filing] = (0..<6).map { index in
        FilingBuilder(2020 + index % 3, organ: ["甲局", "乙局"][index / 3], source: "\(index).txt").filing { builder in
            builder.receive(7 + index)
            builder.set("review.reconsideration.upheld", "3")
            builder.set("requests.carriedOver.total", "2")
            builder.state("penalties.decisions", "20")
        }
    }

    @Test func byFilingThenByRule() {
        let findings = AllChecks.findings(in: FilingSet(filings))
        let rules = AllChecks.all.map(\.id)
        let order = findings.map { finding in
            [filings.firstIndex { $0.source == finding.source }!, rules.firstIndex(of: finding.rule)!]
        }
        #expect(findings.count > 20)
        #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(AllChecks.findings(in: FilingSet(filings)) == findings)
    }

    @Test func theOrderOfInputsIsTheOrderOfFindings() {
        let findings = AllChecks.findings(in: FilingSet(filings))
        let reversed = AllChecks.findings(in: FilingSet(filings.reversed()))
        #expect(Set(reversed.map(\.fingerprint)) == Set(findings.map(\.fingerprint)))
        for filing in filings {
            #expect(reversed.filter { $0.source == filing.source } == findings.filter { $0.source == filing.source })
        }
    }

    @Test func fingerprintsAreUnique() {
        let findings = AllChecks.findings(in: FilingSet(filings))
        #expect(Set(findings.map(\.fingerprint)).count == findings.count)
    }

    @Test func someRulesGiveTheSameFindingsAsAmongAll() {
        let set = FilingSet(filings)
        for check in AllChecks.all {
            let alone = AllChecks.findings(in: set, rules: [check])
            #expect(alone == AllChecks.findings(in: set).filter { $0.rule == check.id })
        }
    }

    @Test func aDuplicateIsReportedOnEachFileAndNamesTheOneInForce() {
        let files = ["2024.txt", "2024-2.txt", "2024-3.txt"].map { FilingBuilder(2024, source: $0).filing }
        let findings = AllChecks.findings(in: FilingSet(files))
        #expect(findings.map(\.rule) == Array(repeating: "duplicate-report", count: 3))
        #expect(findings.map(\.source) == files.map(\.source))
        for finding in findings {
            #expect(finding.message.zh.contains("采用 2024-3.txt"))
            #expect(Set(finding.sources + [finding.source]) == Set(files.map(\.source)) && finding.sources.count == 2)
        }
    }
}
