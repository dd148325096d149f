import Filings
import TestSupport
import Testing

@Suite struct MeasuresTests {
    @Test func theTableHoldsEveryMeasureOnce() {
        #expect(Measures.count == 219)
        #expect(Set(Measures.all.map(\.code)).count == 219)
        for (index, measure) in Measures.all.enumerated() {
            #expect(measure.id.index == index)
            #expect(Measures.id(measure.code) == measure.id)
            #expect(Measures[measure.id].code == measure.code)
            #expect(!measure.line.isEmpty && !measure.column.isEmpty && !measure.english.isEmpty)
            #expect(["件", "项", "万元", "元"].contains(measure.unit), "\(measure.code): \(measure.unit)")
        }
        #expect(Measures.id("requests.received") == nil)
    }

    @Test(arguments: AllForms.all.map(\.id)) func aFormsCellsAreThoseOfTheTable(_ id: FormID) {
        let form = AllForms.form(id)
        #expect(form.measures.count == (id == .form2021 ? 200 : 198))
        #expect(Set(form.measures).count == form.measures.count)
        #expect(Set(form.measures) == Set(Measures.all.filter { $0.forms.contains(id) }.map(\.id)))
        for (table, measures) in [
            (StatutoryTable.two, form.tableTwo.flatMap(\.measures)), (.three, form.tableThree.flatMap(\.measures)),
            (.four, form.tableFour.flatMap(\.measures)),
        ] {
            #expect(measures.allSatisfy { Measures[$0].table == table })
        }
    }

    /// Codes, labels and columns are stated twice, in the form and in the table; they must say the same.
    @Test(arguments: AllForms.all.map(\.id)) func labelsOfTheFormAreThoseOfTheTable(_ id: FormID) {
        let form = AllForms.form(id)
        for line in form.tableTwo {
            for column in line.columns where Measures[column.measure].forms == [id] {
                #expect(Measures[column.measure].line == line.label, "\(Measures[column.measure].code)")
            }
        }
        for line in form.tableThree {
            #expect(line.measures.map { Measures[$0].column } == ApplicantColumn.allCases.map(\.label), "\(line.key)")
        }
    }

    @Test func onlyChangesAreSignedAndOnlyAmountsAreMoney() {
        let signed = Measures.all.filter(\.isSigned).map(\.code)
        #expect(
            signed
                == ["licensing", "otherServices", "penalties", "coercion", "fees"].map { "proactive.\($0).itemsChange" }
        )
        #expect(
            Set(Measures.all.filter(\.isMoney).map(\.code)) == [
                "proactive.fees.amount", "proactive.procurement.amount",
            ])
    }

    @Test(arguments: [(2018, nil), (2019, FormID.form2019), (2020, .form2019), (2021, .form2021), (2030, .form2021)])
    func theYearPrescribesTheForm(_ year: Int, _ form: FormID?) { #expect(FormID.prescribed(for: year) == form) }

    @Test func aReadingTableKnowsWhatTheFormDoesNotAsk() {
        let table = ReadingTable(form: .form2019)
        #expect(Measures.all.count { table[$0.id].state == .absent } == 198)
        #expect(Measures.all.count { table[$0.id].state == .notAsked } == 21)
    }
}
