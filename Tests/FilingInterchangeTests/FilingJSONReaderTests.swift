import Filings
import TestSupport
import Testing

@testable import FilingInterchange

@Suite struct FilingJSONReaderTests {
    private func line(_ year: Int) -> String {
        FilingJSON.value(of: FilingBuilder(year).filing, findings: [], detail: true).compact
    }

    private func read(_ text: String) throws -> [Filing] { try FilingJSONReader.filings(in: Array(text.utf8)) }

    @Test func linesAndArrays() throws {
        let lines = [line(2022), line(2023)]
        #expect(try read(lines.joined(separator: "\n") + "\n").map(\.year) == [2022, 2023])
        #expect(try read("[" + lines.joined(separator: ",\n") + "]").map(\.year) == [2022, 2023])
        #expect(try read(lines.joined(separator: "\r\n")).map(\.year) == [2022, 2023])
        #expect(try read("").isEmpty)
    }

    @Test func aBrokenLineIsNamed() throws {
        #expect {
            try read([line(2022), "{\"schema\": \"tongjian.filing/1\", ", line(2023)].joined(separator: "\n"))
        } throws: {
            ($0 as? InterchangeError)?.line == 2
        }
    }

    @Test func anEmptyLineCounts() {
        #expect { try read([line(2022), "", "{"].joined(separator: "\n")) } throws: {
            ($0 as? InterchangeError)?.line == 3
        }
    }

    @Test func aMissingMemberIsNamed() {
        #expect { try read("{\"schema\": \"tongjian.filing/1\", \"source\": 5, \"measures\": {}}") } throws: {
            ($0 as? InterchangeError)?.en.contains("source") == true
        }
    }

    @Test func parsedFilingsAreRecognisedByContent() {
        func recognises(_ text: String) -> Bool { FilingJSONReader.recognises(Array(text.utf8)) }
        #expect(recognises(line(2024)))
        #expect(recognises("[\n  " + line(2024) + "]"))
        #expect(recognises(FilingJSON.value(of: FilingBuilder(2024).filing, findings: [], detail: false).pretty))
        #expect(!recognises("{\"schema\": \"tongjian.findings/1\"}"))
        #expect(!recognises("洛龙区教育局2024年政府信息公开工作年度报告"))
        #expect(!recognises(""))
    }

    /// Without `--detail` a figure is a printed figure, and what is null is absent.
    @Test func withoutDetailTheFiguresRemain() throws {
        let filing = RandomFiling.make(seed: 1, year: 2024)
        let back = try read(FilingJSON.value(of: filing, findings: [], detail: false).compact)[0]
        for id in AllForms.form(.form2021).measures { #expect(back.readings[id].value == filing.readings[id].value) }
    }

    @Test func unknownMeasuresArePassedOver() throws {
        let back = try read(
            #"{"schema": "tongjian.filing/1", "source": "a", "form": "2021", "measures": {"later.code": 5}}"#)
        #expect(back.count == 1 && back[0].form == .form2021)
    }
}
