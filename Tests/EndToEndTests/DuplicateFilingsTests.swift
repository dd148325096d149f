import Foundation
import TestSupport
import Testing

/// Two filings for one organ and year: said on both, counted once.
@Suite struct DuplicateFilingsTests {
    @Test func aCopyIsReportedAndNotCounted() throws {
        let folder = ProgramFolder()
        let source = ProgramFiles.sample("real/平潭综合实验区")
        folder.copy(ProgramFiles.sample("tongjian.yml"), to: "in/tongjian.yml")
        folder.copy(source, to: "in/zone")
        let query = ["query", folder.path("in"), "--indicator", "requests-received", "--format", "csv"]
        let once = ProgramRunner.run(query)
        folder.copy(source + "/2024.txt", to: "in/zone/2024-2.txt")
        let twice = ProgramRunner.run(query)
        #expect(once.status == 0 && once.output.contains(",2024,218,"))
        #expect(twice.output == once.output)

        let run = ProgramRunner.run("check", folder.path("in"), "--rules", "duplicate-report", "--format", "json")
        let findings = try JSONDecoder().decode(FindingList.self, from: Data(run.output.utf8)).findings
        #expect(findings.map(\.source).sorted() == ["zone/2024-2.txt", "zone/2024.txt"])
        #expect(findings.allSatisfy { $0.verdict == "violated" && $0.sources.count == 1 && $0.sources[0] != $0.source })
        #expect(run.status == 0, "a warning is no error")
        #expect(
            ProgramRunner.run("check", folder.path("in"), "--rules", "duplicate-report", "--fail-on", "warning").status
                == 1)
    }

    @Test func theCorrectedOneCounts() {
        let folder = ProgramFiles.sample("云溪市/青岚区/青岚区住房和城乡建设局")
        let run = ProgramRunner.run(
            "query", folder, "--overrides", ProgramFiles.sample("tongjian.yml"), "--indicator", "coercion-decisions",
            "--years",
            "2024", "--format", "csv")
        #expect(run.output.contains(",2024,9,"), "\(run.output)")
    }

    @Test func theSameInputTwice() {
        let folder = ProgramFiles.sample("real/洛龙区卫生健康委员会")
        let query = ["--indicator", "licensing-decisions", "--format", "csv"]
        #expect(
            ProgramRunner.run(["query", folder, folder] + query).output
                == ProgramRunner.run(["query", folder] + query).output)
    }
}
