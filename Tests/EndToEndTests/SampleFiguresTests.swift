import TestSupport
import Testing

/// Every figure of every sample against its truth.
@Suite struct SampleFiguresTests {
    /// The text ends before the columns of these lines do; which of them are gone cannot be seen, and both readings
    /// are right: the five zeros printed, or nothing.
    private static let undecided = "real/瀍河回族区卫生健康委员会/2025.txt"

    @Test func everySampleIsReadOnce() {
        let lines = SampleRuns.parsed.output.split(separator: "\n")
        #expect(SampleRuns.parsed.status == 0)
        #expect(lines.count == SampleTruth.all.count)
        #expect(Set(SampleRuns.filings.keys) == Set(SampleTruth.all.map(\.source)))
        #expect(SampleRuns.filings.values.allSatisfy { $0.schema == "tongjian.filing/1" && $0.sha256.count == 64 })
    }

    @Test(arguments: SampleTruth.all.map(\.source)) func figuresAreThosePrinted(source: String) throws {
        let truth = try #require(SampleTruth.bySource[source])
        let filing = try #require(SampleRuns.filings[source])
        #expect(filing.organ == truth.organ)
        #expect(filing.district == truth.district)
        #expect(filing.year == truth.year)
        #expect(filing.form == truth.form)
        #expect(Set(filing.measures.keys) == Set(truth.measures.keys), "the codes of the form")
        let wrong = truth.measures.filter { code, value in
            let read = filing.measures[code] ?? nil
            if source == Self.undecided, isInUndecidedLine(code), read == nil || read == 0 { return false }
            return read != value
        }
        #expect(wrong.isEmpty, "\(wrong.keys.sorted().prefix(5))")
    }

    private func isInUndecidedLine(_ code: String) -> Bool {
        let parts = code.split(separator: ".")
        return parts.count == 4 && parts[0] == "requests" && parts[3] != "otherOrganisation"
    }

    @Test func whatIsDerivedWasNotPrinted() {
        for filing in SampleRuns.filings.values {
            let both = filing.derived.keys.filter { filing.measures[$0] != nil && filing.measures[$0]! != nil }
            #expect(both.isEmpty, "\(filing.source): \(both)")
        }
    }

    /// A cell left empty for 0 is null and derived; `/` is 0.
    @Test func blankAndSlashAreTold() throws {
        let blank = try #require(SampleRuns.filings["云溪市/青岚区/青岚区教育局/2022.md"])
        #expect(blank.measures["requests.received.legalService"] == .some(nil))
        #expect(blank.derived["requests.received.legalService"] == 0)
        let slash = try #require(SampleRuns.filings["云溪市/望川县/望川县卫生健康局/2020.txt"])
        #expect(slash.measures["review.litigationDirect.total"] == 0)
    }

    /// Glued cells `801000081` come apart by the identities.
    @Test func gluedCellsComeApart() throws {
        let filing = try #require(SampleRuns.filings["real/平潭综合实验区/2023.txt"])
        let columns = [
            "naturalPerson", "enterprise", "researchInstitute", "publicInterest", "legalService", "otherOrganisation",
            "total",
        ]
        #expect(columns.map { filing.measures["requests.received." + $0] } == [80, 1, 0, 0, 0, 0, 81])
    }

    /// Facts of the prose; more kinds may be found than the truth names.
    @Test func factsAreThoseStated() {
        var wrong: [String] = []
        for truth in SampleTruth.all {
            let found = Set(SampleRuns.filings[truth.source]?.facts ?? [])
            for fact in truth.facts where !found.contains(fact) {
                wrong.append("\(truth.source) \(fact.kind) \(fact.value)")
            }
            let contradicted = found.filter { fact in
                truth.facts.contains { $0.kind == fact.kind } && !truth.facts.contains(fact)
            }
            wrong += contradicted.map { "\(truth.source) \($0.kind) read as \($0.value)" }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
    }
}
