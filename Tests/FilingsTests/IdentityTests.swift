import TestSupport
import Testing

@testable import Filings

@Suite struct IdentityTests {
    private static let expected: [FormID: [String: Int]] = [
        .form2021: ["requests-balance": 7, "requests-resolved-sum": 7, "requests-applicant-sum": 25, "review-sum": 3],
        .form2019: ["requests-balance": 7, "requests-resolved-sum": 7, "requests-applicant-sum": 23, "review-sum": 3],
    ]

    @Test(arguments: AllForms.all.map(\.id)) func everyFormHasItsSums(_ id: FormID) {
        let form = AllForms.form(id)
        #expect(Dictionary(grouping: form.identities, by: \.rule).mapValues(\.count) == Self.expected[id])
        for identity in form.identities {
            #expect(Set(identity.measures).count == identity.measures.count)
            #expect(identity.measures.allSatisfy { Measures[$0].forms.contains(id) })
        }
        let bound = Set(form.identities.flatMap(\.measures))
        #expect(bound == Set((form.tableThree.flatMap(\.measures) + form.tableFour.flatMap(\.measures))))
    }

    @Test(arguments: [2019, 2024], 0..<25) func randomFilingsSatisfyThem(_ year: Int, _ seed: Int) {
        let filing = RandomFiling.make(seed: seed, year: year)
        for identity in AllForms.form(filing.form!).identities {
            #expect(identity.evaluate { filing.readings[$0].value } == .holds)
        }
    }

    /// One figure changed breaks every identity in which it stands, and no other.
    @Test(arguments: [2020, 2021], 0..<25) func oneWrongFigureBreaksItsOwnSums(_ year: Int, _ seed: Int) {
        var filing = RandomFiling.make(seed: seed, year: year)
        let form = AllForms.form(filing.form!)
        let bound = form.tableThree.flatMap(\.measures) + form.tableFour.flatMap(\.measures)
        let changed = bound[(seed * 37) % bound.count]
        filing.readings[changed].value = filing.readings[changed].value! + ExactDecimal(1)
        for identity in form.identities {
            let result = identity.evaluate { filing.readings[$0].value }
            #expect((result == .holds) == !identity.measures.contains(changed))
        }
    }

    @Test func aMissingFigureLeavesTheSumOpen() {
        var filing = RandomFiling.make(seed: 1, year: 2024)
        let identity = AllForms.form(.form2021).identities[0]
        filing.readings[identity.left[0]] = .absent
        #expect(identity.evaluate { filing.readings[$0].value } == .notAssessable)
    }

    @Test func chainsBetweenYears() {
        let new = AllForms.form(.form2021).chains
        let old = AllForms.form(.form2019).chains
        #expect(new.count { $0.rule == "carry-over" } == 7 && old.count { $0.rule == "carry-over" } == 7)
        #expect((new + old).allSatisfy { $0.crossesForms == ($0.rule == "carry-over") })
        #expect(new.count { $0.rule == "stock-flow" } == 2 && old.count { $0.rule == "form-chain" } == 7)
    }

    @Test func aFigureIsPrintedOrANilMarkOrDerived() {
        let code = "requests.granted.enterprise"
        let filing = FilingBuilder(2024).filing { builder in
            builder.set("requests.granted.total", "7")
            builder.set(code, state: .blank)
            builder.derive(code, "3")
            builder.set("requests.granted.legalService", state: .nilMark)
            builder.set("requests.granted.publicInterest", state: .ambiguous)
        }
        func figure(_ code: String) -> Filing.Figure? { filing.figure(Measures.known(code)) }
        #expect(figure("requests.granted.total") == Filing.Figure(value: ExactDecimal(7), basis: .printed))
        #expect(figure(code) == Filing.Figure(value: ExactDecimal(3), basis: .derived))
        #expect(figure("requests.granted.legalService") == Filing.Figure(value: .zero, basis: .nilMark))
        #expect(figure("requests.granted.publicInterest") == nil)
    }
}
