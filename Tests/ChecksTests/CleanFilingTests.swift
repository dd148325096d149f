import Checks
import Filings
import Ingest
import Parsing
import TestSupport
import Testing

/// Where nothing is wrong nothing is found.
@Suite struct CleanFilingTests {
    private func read(_ filing: Filing, _ layout: FilingLayout) throws -> Filing {
        let text = layout.text(FilingSheet(filing))
        let parser = FilingParser(registry: DistrictRegistry())
        guard case .read(let read) = parser.parse(try FileReader.document(Array(text.utf8), source: filing.source))
        else {
            throw CheckCase.NotRead(source: filing.source)
        }
        return read
    }

    @Test(arguments: FilingLayout.allCases, [2020, 2024]) func aConsistentFiling(_ layout: FilingLayout, _ year: Int)
        throws
    {
        let filings = try (0..<3).map { try read(RandomFiling.make(seed: $0, year: year), layout) }
        for filing in filings {
            let findings = AllChecks.findings(in: FilingSet([filing]))
            #expect(findings.isEmpty, "\(findings.map { $0.rule + ": " + $0.message.zh })")
        }
    }

    @Test func aConsistentSeries() {
        let filings = (2019...2025).map { year in
            FilingBuilder(year).filing { builder in
                builder.receive(year - 2000)
                guard year >= 2021 else { return }
                builder.set("proactive.normativeDocuments.inForce", String(100 + 2 * (year - 2021)))
                if year > 2021 { builder.set("proactive.normativeDocuments.issued", "3") }
                if year > 2021 { builder.set("proactive.normativeDocuments.repealed", "1") }
            }
        }
        #expect(AllChecks.findings(in: FilingSet(filings)).map(\.rule) == [])
        #expect(AllChecks.findings(in: FilingSet(filings.reversed())).map(\.rule) == [])
    }

    /// Missing is not zero: a sum with a hole is no violation, only the hole is.
    @Test func missingCellsBreakNoSum() {
        let filing = FilingBuilder(2024).filing { builder in
            builder.receive(7)
            for column in ["naturalPerson", "enterprise"] { builder.set("requests.received.\(column)", state: .blank) }
            builder.set("requests.granted.naturalPerson", state: .ambiguous)
            builder.set("requests.granted.enterprise", state: .absent)
        }
        #expect(AllChecks.findings(in: FilingSet([filing])).map(\.rule) == ["cell-missing"])
    }

    /// One figure changed: every sum in which it stands is reported, once each, and nothing else.
    @Test(arguments: [2020, 2024], 0..<20) func oneWrongFigureIsFound(_ year: Int, _ seed: Int) {
        var filing = RandomFiling.make(seed: seed, year: year)
        let form = AllForms.form(filing.form!)
        let bound = form.tableThree.flatMap(\.measures) + form.tableFour.flatMap(\.measures)
        let changed = bound[(seed * 41) % bound.count]
        filing.readings[changed].value = filing.readings[changed].value! + ExactDecimal(1)
        let found = AllChecks.findings(in: FilingSet([filing]))
        let expected = form.identities.filter { $0.measures.contains(changed) }.map(\.rule).sorted()
        #expect(found.map(\.rule).sorted() == expected)
        #expect(found.allSatisfy { $0.measures.contains(changed) })
    }
}
