import Filings
import Foundation
import TestSupport
import Testing

@testable import FilingInterchange

@Suite struct FilingJSONTests {
    private func through(_ filing: Filing) throws -> Filing {
        let text = FilingJSON.value(of: filing, findings: [], detail: true).compact
        return try #require(try FilingJSONReader.filings(in: Array(text.utf8)).first)
    }

    /// A filing in which every field holds something.
    private static func full(_ seed: Int, _ year: Int) -> Filing {
        var filing = RandomFiling.make(seed: seed, year: year)
        let form = AllForms.form(filing.form!)
        let place = Place(line: 7, column: 3, page: 2)
        let reasons: [ReadingReason] = [.identities, .fewestBroken, .neighbouringYear]
        let evidence = Evidence(text: "“引”\n\\", place: place)
        for (index, state) in ReadingState.allCases.filter({ $0 != .notAsked }).enumerated() {
            let value: ExactDecimal? = state == .reported ? ExactDecimal("-1.25") : state == .nilMark ? .zero : nil
            filing.readings[form.measures[index]] = Reading(
                state, value: value, text: state == .blank ? "" : "文\(index)", place: index % 2 == 0 ? place : nil,
                candidates: state == .ambiguous ? [.zero, ExactDecimal("12.5")!] : [], reason: reasons[index % 3])
        }
        let blank = form.measures[ReadingState.allCases.firstIndex(of: .blank)!]
        filing.derived[blank] = Derivation(value: ExactDecimal(4), equation: "a - b")
        filing.digest = "abc"
        filing.organ = Organ(
            name: "甲局", printedNames: ["甲", "乙"], function: "教育", level: .county, coverage: .wholeArea)
        filing.area = AreaIdentification(code: "350102", district: Places.gulou)
        filing.area.district?.firstYear = 2008
        filing.area.district?.successors = [.init(code: "350103", year: 2020), .init(code: "350104", year: nil)]
        filing.facts = [Fact(kind: "published.wechat", value: ExactDecimal("1.5")!, unit: "条", text: "x", place: place)]
        filing.sections = (1...6).map {
            Section(number: $0, heading: "题\($0)", text: "文\n", place: $0 == 2 ? nil : place)
        }
        filing.notes = [ReadingNote(kind: .tableShape, table: .three, chinese: "甲", english: "a", evidence: evidence)]
        filing.evidence = EvidenceSource.allCases.map {
            IdentityEvidence(field: .organ, source: $0, value: "v", evidence: evidence)
        }
        filing.signature = Signature(year: 2025, month: 1, day: 20, evidence: evidence)
        filing.overrides = [AppliedOverride(field: "year", value: "2024", reason: "理由")]
        filing.settings = SettingsSource(path: "tongjian.yml", digest: "d")
        return filing
    }

    @Test(arguments: 0..<5, [2019, 2024]) func nothingIsLost(_ seed: Int, _ year: Int) throws {
        let filing = Self.full(seed, year)
        #expect(try through(filing) == filing)
        let plain = RandomFiling.make(seed: seed, year: year)
        #expect(try through(plain) == plain)
    }

    @Test func whatIsUnknownStaysUnknown() throws {
        var filing = FilingBuilder(2024, district: nil).filing
        filing.organ = nil
        filing.year = nil
        filing.area.candidates = ["350102", "320106"]
        #expect(try through(filing) == filing)
    }

    @Test func aFilingWithoutFormKeepsItsState() throws {
        let filing = Filing(source: "a", digest: "", format: "text", form: nil)
        #expect(try through(filing) == filing)
    }

    /// The widest figures and many decimals are given back to the digit.
    @Test(arguments: [
        "999999999999999999", "0.00000000000000001", "13575394432.52", "-123456789.123456789", "24252.311082",
    ])
    func figuresAreExact(_ text: String) throws {
        let filing = FilingBuilder(2024).filing { $0.set("proactive.fees.amount", text) }
        #expect(try through(filing).readings[Measures.known("proactive.fees.amount")].value == ExactDecimal(text))
    }

    @Test func theContractsMembersInOrder() throws {
        guard case .object(let members) = FilingJSON.value(of: FilingBuilder(2024).filing, findings: [], detail: false)
        else { return }
        #expect(
            members.map(\.key) == [
                "schema", "source", "sha256", "format", "organ", "function", "level", "district", "year", "form",
                "measures",
                "derived", "facts", "findings", "coverage", "place",
                "publicationDate", "overrides",
            ])
        guard case .object(let measures) = members[10].value else { return }
        #expect(measures.map(\.key) == AllForms.form(.form2021).measures.map { Measures[$0].code })
    }
}
