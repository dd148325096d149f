import Checks
import Filings
import TestSupport
import Testing

/// Who must file, and what became of it.
@Suite struct RegisterTests {
    private func register(_ lines: String...) throws -> Register {
        try Register(
            rows: (["organ,district,function,from,to"] + lines).map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }, file: "r.csv")
    }

    private let filings = [
        FilingBuilder(2021, organ: "甲局").filing, FilingBuilder(2022, organ: "甲局").filing { $0.receive(3) },
        FilingBuilder(2022, organ: "乙局").filing, FilingBuilder(2023, organ: "丙局", district: Places.otherCounty).filing,
    ]

    @Test func statuses() throws {
        var late = filings
        late[0].signature = Signature(year: 2022, month: 5, day: 1, evidence: Evidence(text: "", place: nil))
        let coverage = FilingCoverage(
            of: try register("甲局,900101,,2021,2022", "乙局,,,2022,2022", "丙局,900101,,2023,"), in: FilingSet(late))
        let found = coverage.lines.map { "\($0.entry.organ) \($0.year) \($0.status.rawValue)" }
        #expect(found == ["甲局 2021 late", "甲局 2022 filed", "乙局 2022 nil", "丙局 2023 missing"])
        #expect(
            coverage.summary.en == "the register asks for 4 filings: 3 filed (1 without a request, 1 late), 1 missing")
    }

    @Test func onlyYearsThatTheFilingsSpan() throws {
        let coverage = FilingCoverage(of: try register("甲局,,,,"), in: FilingSet(filings))
        #expect(coverage.lines.map(\.year) == [2021, 2022, 2023])
        #expect(FilingCoverage(of: try register("甲局,,,,"), in: FilingSet([])).lines.isEmpty)
    }

    @Test func chineseHeadings() throws {
        let register = try Register(rows: [["机关", "起始"], ["甲局", "2022"]], file: "r.csv")
        #expect(register.entries[0].organ == "甲局" && register.entries[0].from == 2022 && register.entries[0].line == 2)
    }

    @Test func emptyLinesAreCountedAndPassedOver() throws {
        let register = try Register(rows: [["organ"], [], [""], ["甲局"], []], file: "r.csv")
        #expect(register.entries.map(\.line) == [4])
    }

    @Test func allMistakesAtOnce() {
        let rows = [["organ", "district", "from", "since"], ["", "12", "x", ""], ["甲局", "410311", "1800", ""]]
        let problems = #expect(throws: Register.Problems.self) { try Register(rows: rows, file: "r.csv") }
        #expect(
            problems?.words.map(\.en).map { $0.prefix(7) } == ["r.csv:1", "r.csv:2", "r.csv:2", "r.csv:2", "r.csv:3"])
        #expect(throws: Register.Problems.self) { try Register(rows: [["name"]], file: "r.csv") }
        #expect(throws: Register.Problems.self) { try Register(rows: [], file: "r.csv") }
    }
}
