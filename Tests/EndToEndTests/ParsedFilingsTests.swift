import Foundation
import TestSupport
import Testing

/// Parsed filings as inputs.
@Suite struct ParsedFilingsTests {
    /// The zone's seven filings in detail, one a line.
    private static let lines: [String] = ProgramRunner.run(
        "parse", ProgramFiles.sample("real/平潭综合实验区"), "--overrides", ProgramFiles.sample("tongjian.yml"), "--detail"
    ).output.split(separator: "\n").map(String.init)

    @Test func theyAreKnownByContentWhateverTheirName() {
        let folder = ProgramFolder()
        folder.write(Self.lines.joined(separator: "\n") + "\n", to: "data.txt")
        let run = ProgramRunner.run("parse", folder.path("data.txt"), "--detail")
        #expect(run.status == 0)
        #expect(run.output == Self.lines.joined(separator: "\n") + "\n")
        #expect(ProgramRunner.run("check", folder.path("data.txt")).status == 1)
    }

    @Test func aBrokenLineIsNamed() {
        let folder = ProgramFolder()
        folder.write(
            [Self.lines[0], String(Self.lines[1].prefix(500)), Self.lines[2]].joined(separator: "\n"), to: "in/a.jsonl")
        let alone = ProgramRunner.run("parse", folder.path("in"))
        #expect(alone.status == 2 && alone.errors.contains("a.jsonl: 第 2 行不是有效的 tongjian.filing/1"))
        folder.copy(ProgramFiles.sample("real/洛龙区卫生健康委员会/2024.txt"), to: "in/b.txt")
        let beside = ProgramRunner.run("parse", folder.path("in"), "--language", "en")
        #expect(beside.status == 0 && beside.errors.contains("a.jsonl: line 2 is no valid tongjian.filing/1"))
    }

    @Test func emptyLinesCount() {
        let folder = ProgramFolder()
        folder.write(Self.lines[0] + "\n\n" + Self.lines[1].prefix(500), to: "a.jsonl")
        #expect(ProgramRunner.run("parse", folder.path("a.jsonl")).errors.contains("第 3 行"))
    }

    @Test
    func impossibleYearsAreRefused() {
        let folder = ProgramFolder()
        folder.write(
            Self.lines[0] + "\n" + Self.lines[1].replacing("\"year\": 2020", with: "\"year\": 200000") + "\n",
            to: "a.jsonl")
        let run = ProgramRunner.run(
            "query", folder.path("a.jsonl"), "--indicator", "requests-received", "--format", "csv")
        #expect(!run.endedBySignal && run.output.split(separator: "\n").count < 10)
    }

    @Test func csvIsAnInput() {
        let folder = ProgramFolder()
        let csv = ProgramRunner.run("parse", ProgramFiles.sample("real/洛龙区卫生健康委员会"), "--format", "csv").output
        folder.write(csv, to: "a.csv")
        #expect(ProgramRunner.run("parse", folder.path("a.csv")).status == 0)
    }

    @Test func csvHasOneRowPerFilingAndTheSameNames() throws {
        let folder = ProgramFiles.sample("real/平潭综合实验区")
        let rows = ProgramRunner.run("parse", folder, "--format", "csv").output.split(whereSeparator: \.isNewline)
        let header = rows[0].split(separator: ",").map(String.init)
        #expect(rows.count == 8)
        #expect(
            Array(header.prefix(11)) == [
                "schema", "source", "sha256", "format", "organ", "function", "level", "district", "districtCandidates",
                "year", "form",
            ])
        let codes = ProgramRunner.run("list", "measures").output.split(separator: "\n").map {
            String($0.prefix { $0 != " " })
        }
        #expect(codes.allSatisfy(header.contains))
        #expect(!header.contains { $0.hasPrefix("derived:") })
        let detail = ProgramRunner.run("parse", folder, "--format", "csv", "--detail").output
        let long = try #require(detail.split(whereSeparator: \.isNewline).first).split(separator: ",").map(String.init)
        #expect(codes.allSatisfy { long.contains("derived:" + $0) })
        #expect(Array(long.prefix(header.count)) == header, "detail only adds columns")
    }

    @Test func inputsKeepTheirOrder() {
        func parse(_ inputs: [String]) -> [String] {
            let filings: [ParsedFiling] = Lines.decode(ProgramRunner.run(["parse"] + inputs).output)
            return filings.map { "\($0.organ ?? "") \($0.year ?? 0)" }
        }
        let (a, b) = (ProgramFiles.sample("real/洛龙区卫生健康委员会"), ProgramFiles.sample("real/浑江区卫生健康局"))
        #expect(parse([a, b]) == ["洛龙区卫生健康委员会 2024", "浑江区卫生健康局 2023"])
        #expect(parse([b, a]) == ["浑江区卫生健康局 2023", "洛龙区卫生健康委员会 2024"])
    }

    @Test func otherEncodingsGiveTheSameFigures() throws {
        let folder = ProgramFolder()
        let path = ProgramFiles.sample("real/洛龙区卫生健康委员会/2024.txt")
        let text = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
        folder.write(try #require(text.data(using: .utf16)), to: "utf16.txt")
        folder.write(Data([0xEF, 0xBB, 0xBF]) + Data(text.replacing("\n", with: "\r\n").utf8), to: "bom-crlf.txt")
        let truth = try #require(SampleTruth.bySource["real/洛龙区卫生健康委员会/2024.txt"])
        let filings: [ParsedFiling] = Lines.decode(ProgramRunner.run("parse", folder.root).output)
        #expect(filings.count == 2)
        #expect(filings.allSatisfy { $0.measures == truth.measures && $0.organ == truth.organ })
    }
}
