import Foundation
import TestSupport
import Testing

/// Spreadsheets and CSV files as inputs, as a spreadsheet program saved them.
@Suite struct TableInputTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path
    private static func fixture(_ name: String) -> String { fixtures + "/" + name }

    @Test func somebodyElsesTableByAMapping() throws {
        let run = ProgramRunner.run(
            "parse", Self.fixture("statistics.xlsx"), "--mapping", Self.fixture("statistics.yml"), "--detail",
            "--language", "en")
        #expect(run.status == 0)
        let filings: [ParsedFiling] = Lines.decode(run.output)
        #expect(filings.map(\.organ) == ["洛龙区教育局", "洛龙区卫生健康委员会", "鼓楼区教育局", "鼓楼区教育局"])
        #expect(filings.map(\.district) == ["410311", "410311", "350102", "350102"])
        let lines = run.output.split(separator: "\n")
        #expect(
            lines[0].contains("\"proactive.fees.amount\": 1.25005,")
                && lines[0].contains("\"publicationDate\": \"2025-01-20\""))
        #expect(lines[1].contains("\"text\": \"１,234\", \"line\": 4, \"column\": 5, \"page\": 2"))
        #expect(lines[1].contains("{\"state\": \"nil\", \"text\": \"/\", \"line\": 4, \"column\": 6"))
        #expect(lines[3].contains("\"proactive.fees.amount\": 0.00003,"))
        #expect(lines[0].contains("\"mapping\": {\"path\": \"statistics.yml\""))
        #expect(
            run.errors.contains("columns left aside: A “序号”, I “备注”")
                && run.errors.contains("rows with sums are no filings: 7"))
    }

    @Test func everyMistakeIsNamedByItsCell() {
        let run = ProgramRunner.run(
            "parse", Self.fixture("statistics-mistakes.xlsx"), "--mapping", Self.fixture("statistics.yml"),
            "--language", "en")
        #expect(run.status == 2 && run.output.isEmpty)
        for line in [
            "汇总!D3: “45292” is no reporting year", "汇总!E3: “12a” is not a number", "汇总!E4: “#N/A” is an error",
            "汇总!C5: “鼓搂区” is no division of 2020; did you mean “鼓楼区”?", "汇总!F5: “TRUE” is not a number",
            "汇总!G6: “=3+4” is an error",
            "has 6 mistakes",
        ] { #expect(run.errors.contains(line), "\(line)") }
    }

    @Test func aTableWithoutAMappingSaysWhatToDo() {
        let run = ProgramRunner.run("parse", Self.fixture("statistics.xlsx"), "--language", "en")
        #expect(run.status == 2 && run.errors.contains("--mapping"))
    }

    @Test func aWrongMappingStopsTheRun() {
        let folder = ProgramFolder()
        folder.write("organ: a\nyaer: b\nmeasures: {requests.recieved.total: c}\n", to: "m.yml")
        let run = ProgramRunner.run(
            "parse", Self.fixture("statistics.xlsx"), "--mapping", folder.path("m.yml"), "--language", "en")
        #expect(run.status == 2 && run.errors.contains("m.yml:2:1: unknown key 'yaer'; did you mean 'year'?"))
        #expect(run.errors.contains("requests.received.total"))
    }

    @Test func aMappingInTheProjectFileAndATableInAnArchive() throws {
        let folder = ProgramFolder()
        let mapping = try String(contentsOfFile: Self.fixture("statistics.yml"), encoding: .utf8)
        let indented = mapping.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        folder.write(
            "mapping:\n\(indented)\noverrides: [{source: own.xlsx, publicationDate: 2025-01-31, reason: 补录}]\n",
            to: "in/tongjian.yml")
        let table = try Data(contentsOf: URL(filePath: Self.fixture("statistics.xlsx")))
        folder.write(
            Data(StoredZip.bytes([.init("b/own.csv", "organ,year,requests.received.total\n甲局,2024,3\n")])),
            to: "in/tables.zip")
        folder.write(table, to: "in/deep/statistics.dat")
        folder.write(try Data(contentsOf: URL(filePath: Self.fixture("own.xlsx"))), to: "in/own.xlsx")
        let run = ProgramRunner.run("parse", folder.path("in"), "--language", "en")
        let filings: [ParsedFiling] = Lines.decode(run.output)
        #expect(filings.count == 7 && run.status == 0)
        #expect(filings.last?.source == "tables.zip/b/own.csv")
        let corrected = run.output.split(separator: "\n").filter { $0.contains("\"publicationDate\": \"2025-01-31\"") }
        #expect(corrected.count == 2 && corrected.allSatisfy { $0.contains("\"reason\": \"补录\"") })
        #expect(run.errors.contains("publicationDate = 2025-01-31 (补录)"))
    }

    /// A finding points to the cell of the table.
    @Test func findingsPointToTheCell() {
        let run = ProgramRunner.run(
            "check", Self.fixture("own.xlsx"), "--rules", "requests-applicant-sum", "--format", "json")
        #expect(
            run.status == 1 && run.output.contains("\"line\": 3") && run.output.contains("own.xlsx"), "\(run.output)")
    }

    @Test func aReportFromATableNamesItsCorrectionsAndItsFileOnce() throws {
        let folder = ProgramFolder()
        folder.write("overrides: [{source: own.xlsx, publicationDate: 2025-01-31, reason: 补录}]\n", to: "p.yml")
        let run = ProgramRunner.run(
            "report", Self.fixture("own.xlsx"), "--overrides", folder.path("p.yml"), "--output", folder.path("out"))
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.text("out/index.html").contains("更正：publicationDate = 2025-01-31（补录）"))
        #expect(folder.text("out/data/filings.jsonl").contains("\"reason\": \"补录\""))
        let inputs = folder.text("out/manifest.json").split(separator: "\"inputs\"")[1].split(separator: "]")[0]
        #expect(inputs.split(separator: "own.xlsx").count == 2)
    }

    @Test func ourOwnCSVGivesTheSameReport() throws {
        let folder = ProgramFolder()
        let sample = ProgramFiles.sample("云溪市/望川县")
        let settings = ProgramFiles.sample("tongjian.yml")
        folder.write(ProgramRunner.run("parse", sample, "--overrides", settings, "--format", "csv").output, to: "a.csv")
        func measures(_ input: String) -> [String] {
            let metrics = ProgramRunner.run(
                "query", input, "--overrides", settings, "--indicator",
                "disclosure-rate,requests-received,wechat-items-published",
                "--by", "organ", "--compare", "level,year-over-year", "--format", "csv")
            #expect(metrics.status == 0, "\(metrics.errors)")
            return metrics.output.split(separator: "\n").map(String.init)
        }
        let (documents, table) = (measures(sample), measures(folder.path("a.csv")))
        #expect(documents.count > 10 && documents == table)
        let again = ProgramRunner.run("parse", folder.path("a.csv"), "--overrides", settings, "--format", "csv").output
        #expect(again == folder.text("a.csv"), "written again, it is the same")
    }

    @Test func garbageUnderTheNameOfATableIsNamed() {
        let folder = ProgramFolder()
        folder.write(Data([0x50, 0x4B, 3, 4] + (0..<200).map { UInt8($0) }), to: "a.xlsx")
        folder.write("organ,year,requests.received.total\n甲局,2024,\"3\n", to: "b.csv")
        let run = ProgramRunner.run("parse", folder.root, "--language", "en")
        #expect(run.status == 2 && run.errors.contains("a.xlsx: the archive or document is damaged"))
        #expect(run.errors.contains("b.csv: the quotation mark on line 2 is never closed"))
    }
}
