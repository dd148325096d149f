import Filings
import TestSupport
import Testing

@testable import Parsing

/// What the form's sums determine where nothing is printed.
@Suite struct DerivationTests {
    private let form = AllForms.form(.form2021)

    private func derive(_ filing: Filing, _ change: (inout ReadingTable) -> Void) -> [MeasureID: Derivation] {
        var readings = filing.readings
        change(&readings)
        return Derivations.derive(readings, form: form)
    }

    private func id(_ code: String) -> MeasureID { Measures.known(code) }

    @Test(arguments: 0..<20) func oneMissingTermIsDetermined(_ seed: Int) {
        let filing = RandomFiling.make(seed: seed, year: 2024)
        let bound = form.tableThree.flatMap(\.measures) + form.tableFour.flatMap(\.measures)
        let lost = bound[(seed * 53) % bound.count]
        let derived = derive(filing) { $0[lost] = .absent }
        #expect(derived.keys.sorted() == [lost])
        #expect(derived[lost]?.value == filing.readings[lost].value)
        #expect(derived[lost]?.equation.isEmpty == false)
    }

    @Test func nothingIsDerivedWhereAllIsPrinted() {
        #expect(derive(RandomFiling.make(seed: 1, year: 2024)) { _ in }.isEmpty)
    }

    /// A total of 0 leaves nothing for any of its parts.
    @Test func partsOfNothingAreZero() {
        let filing = FilingBuilder(2024).filing
        let line = form.tableThree[5].measures
        let derived = derive(filing) { table in for part in line.dropLast() { table[part] = Reading(.blank) } }
        #expect(derived.keys.sorted() == line.dropLast().sorted())
        #expect(derived.values.allSatisfy { $0.value == .zero })
    }

    @Test func severalMissingTermsOfSomethingStayOpen() {
        let filing = FilingBuilder(2024).filing { $0.receive(7) }
        let derived = derive(filing) { table in
            for line in ["received", "granted", "resolved"] {
                for column in ["naturalPerson", "enterprise"] { table[id("requests.\(line).\(column)")] = .absent }
            }
        }
        #expect(derived.isEmpty)
    }

    @Test func aChainOfSumsIsFollowed() {
        let filing = FilingBuilder(2024).filing { $0.receive(7) }
        let lost = ["received.naturalPerson", "received.total"].map { id("requests." + $0) }
        let derived = derive(filing) { table in for cell in lost { table[cell] = .absent } }
        #expect(lost.map { derived[$0]?.value } == [ExactDecimal(7), ExactDecimal(7)])
    }

    /// The line says 3 and the column says 5: the print contradicts itself, and gives nothing.
    @Test func aContradictionGivesNothing() {
        let filing = FilingBuilder(2024).filing { $0.receive(7) }
        let cell = id("requests.granted.enterprise")
        let derived = derive(filing) { table in
            table[cell] = .absent
            table[id("requests.granted.total")].value = ExactDecimal(10)
            table[id("requests.resolved.enterprise")].value = ExactDecimal(5)
        }
        #expect(derived[cell] == nil)
    }

    @Test func aNegativeRestGivesNothing() {
        let filing = FilingBuilder(2024).filing { $0.receive(7) }
        let derived = derive(filing) { table in
            table[id("review.reconsideration.upheld")].value = ExactDecimal(3)
            table[id("review.reconsideration.corrected")] = .absent
        }
        #expect(derived.isEmpty)
    }

    /// Cells that print something unclear are not filled in.
    @Test(arguments: [ReadingState.ambiguous, .illegible]) func onlyEmptyCellsAreDerived(_ state: ReadingState) {
        let cell = id("requests.granted.enterprise")
        #expect(derive(FilingBuilder(2024).filing) { $0[cell] = Reading(state, text: "1O") }.isEmpty)
    }

    @Test func aFigureIsNeverBothPrintedAndDerived() throws {
        for mutation in [SheetMutation.zerosBlank, .blankTotals, .dropOtherColumn] {
            let sheet = mutation.apply(to: FilingSheet(RandomFiling.make(seed: 8, year: 2024)))
            let read = try Reader.read(FilingLayout.rectangle.text(sheet))
            #expect(!read.derived.isEmpty, "\(mutation)")
            for cell in read.derived.keys {
                #expect(read.readings[cell].value == nil && [.blank, .absent].contains(read.readings[cell].state))
            }
        }
    }
}
