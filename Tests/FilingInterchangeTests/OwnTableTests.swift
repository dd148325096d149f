import Filings
import Ingest
import TestSupport
import Testing

@testable import FilingInterchange

/// Tables of our own shape, read back.
@Suite struct OwnTableTests {
    private let file = TableFile(source: "in/a.csv", digest: "d", format: "csv")

    private func csv(_ text: String) throws -> [Filing] { try FilingTables.csv(Array(text.utf8), file).filings }

    @Test func nothingThatATableHoldsIsLost() throws {
        var filing = FilingBuilder(2024, organ: "=甲,\"乙\"局").filing { builder in
            builder.receive(40)
            builder.set("requests.granted.enterprise", state: .blank)
            builder.set("requests.granted.researchInstitute", state: .nilMark)
            builder.set("requests.received.enterprise", state: .ambiguous)
            builder.derive("requests.granted.enterprise", "3")
            builder.state("published.wechat", "12600")
        }
        filing.publicationDate = CalendarDay(year: 2025, month: 1, day: 20)
        filing.overrides = [AppliedOverride(field: "year", value: "2024", reason: "来函，\"更正\"")]
        for detail in [false, true] {
            let back = try #require(try csv(FilingCSV.text(of: [filing], detail: detail)).first)
            #expect(back.organ == filing.organ && back.year == 2024 && back.area == filing.area)
            #expect(back.facts == filing.facts)
            #expect(back.publicationDate == filing.publicationDate && back.overrides == filing.overrides)
            for measure in Measures.all {
                let (left, right) = (back.readings[measure.id], filing.readings[measure.id])
                #expect(left.state == right.state && left.value == right.value, "\(measure.code)")
                #expect(back.derived[measure.id]?.value == filing.derived[measure.id]?.value)
            }
        }
    }

    @Test func aSpreadsheetOfTheSameShape() throws {
        let rows = [
            ["organ", "year", "requests.received.total", "备注"], ["甲局", "2024", "3", "x"], ["乙局", "2020", "", ""],
        ]
        let sheet = try Workbook.sheet(named: nil, of: SpreadsheetDocument.bytes(rows))
        let reading = try #require(
            try FilingTables.reading(sheet, TableFile(source: "a.xlsx", digest: "d", format: "xlsx")))
        #expect(reading.filings.map(\.form) == [.form2021, .form2019] && reading.lacksDerived)
        let total = reading.filings.map { $0.readings[Measures.known("requests.received.total")] }
        #expect(total.map(\.state) == [.reported, .blank] && total[0].value == 3)
        #expect(total.map(\.place) == [Place(line: 2, column: 3, page: 1), Place(line: 3, column: 3, page: 1)])
        #expect(reading.filings.allSatisfy { $0.source == "a.xlsx" && $0.digest == "d" })
        #expect(reading.remarks.map(\.en) == ["columns left aside: D “备注”"])
    }

    @Test func aRecordOfADocumentHasNoPlaceInTheTable() throws {
        let filing = try #require(try csv(FilingCSV.text(of: [FilingBuilder(2024).filing], detail: false)).first)
        #expect(filing.source == "测试区教育局/2024.txt")
        #expect(Measures.all.allSatisfy { filing.readings[$0.id].place == nil })
    }

    @Test func everyMistakeNamesItsCell() {
        let text = "organ,year,form,requests.received.total\n甲局,1024,2021,12a\n乙局,2024,2022,\"1,2,3\"\n丙局,2024\n"
        #expect { try csv(text) } throws: { error in
            let problems = (error as? TableErrors)?.problems ?? []
            return problems.map(\.cell) == ["B2", "D2", "C3", "D3", "A4"]
                && problems[1].words.en.contains("“12a” is not a number")
        }
    }

    @Test func manyMistakesAreCounted() {
        let text = "organ,year,requests.received.total\n" + String(repeating: "甲局,2024,x\n", count: 50)
        #expect { try csv(text) } throws: {
            ($0 as? TableErrors)?.problems.count == 20 && ($0 as? TableErrors)?.rest == 30
        }
    }

    @Test func aMisspeltColumnIsNamedWithTheRightWord() throws {
        let text = "organ,year,requests.received.total,requests.recieved.enterprise\n甲局,2024,3,1\n"
        let reading = try FilingTables.csv(Array(text.utf8), file)
        #expect(reading.remarks.first?.en.contains("did you mean requests.received.enterprise?") == true)
    }

    @Test func spreadsheetsRewriteOurCSV() throws {
        let text = FilingCSV.text(of: [FilingBuilder(2024).filing { $0.receive(40) }], detail: false)
        let rewritten = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
        #expect(FilingCSV.recognises(Array(rewritten.utf8)))
        #expect(try csv(rewritten) == csv(text))
    }
}
