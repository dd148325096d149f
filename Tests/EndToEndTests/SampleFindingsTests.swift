import Foundation
import TestSupport
import Testing

/// The planted cases are found, and nothing else is called an error.
@Suite struct SampleFindingsTests {
    /// The rules that exist; cases are planted for rules to come, too.
    private static let rules = Set(
        ProgramRunner.run("list", "checks").output.split(separator: "\n").map { String($0.prefix { $0 != " " }) })
    /// Hints about the shape of a table are doubts by nature, not contradictions.
    private static let doubts: Set = ["table-shape"]

    private var findings: [FindingList.Finding] { SampleRuns.findings.findings }

    @Test(arguments: SampleTruth.all.filter { !$0.planted.isEmpty }.map(\.source))
    func plantedCasesAreFound(source: String) throws {
        let truth = try #require(SampleTruth.bySource[source])
        for rule in truth.planted where Self.rules.contains(rule) {
            let found = findings.filter { $0.source == source && $0.rule == rule }
            let verdict = Self.doubts.contains(rule) ? "doubtful" : "violated"
            #expect(found.contains { $0.verdict == verdict }, "\(rule): \(found.map(\.verdict))")
        }
    }

    @Test func nothingElseIsAnError() {
        let planted = Dictionary(uniqueKeysWithValues: SampleTruth.all.map { ($0.source, Set($0.planted)) })
        let extra = findings.filter { $0.severity == "error" && !planted[$0.source]!.contains($0.rule) }
        #expect(extra.isEmpty, "\(extra.map { "\($0.source) \($0.rule)" })")
    }

    @Test func mergersAndEmptyYearsAreNoContradictions() {
        for year in 2023...2025 {
            let errors = findings.filter {
                $0.source.contains("白渡区") && $0.year == year && $0.severity == "error"
            }
            #expect(errors.isEmpty)
        }
        #expect(!findings.contains { $0.source.contains("北渡区教育局") && $0.verdict == "violated" })
    }

    @Test func findingsAreCompleteAndPointAtTheirFile() throws {
        #expect(SampleRuns.findings.schema == "tongjian.findings/1")
        for finding in findings {
            #expect(finding.message["zh"]?.isEmpty == false && finding.message["en"]?.isEmpty == false)
            #expect(["error", "warning", "note"].contains(finding.severity))
            for evidence in finding.evidence {
                let text = try #require(ProgramFiles.text("Samples/" + evidence.source))
                guard let line = evidence.line, let column = evidence.column else { continue }
                let lines = text.components(separatedBy: "\n")
                try #require(lines.indices.contains(line - 1), "\(evidence.source):\(line)")
                #expect(column >= 1 && column <= lines[line - 1].count + 1, "\(evidence.source):\(line):\(column)")
            }
        }
        // Two filings of one organ and year are one finding, reported on each of the two.
        #expect(Set(findings.map { $0.fingerprint + $0.source }).count == findings.count)
    }

    @Test func exitStatusFollowsFailOn() {
        #expect(SampleRuns.checked.status == 1)
        let folder = ProgramFiles.sample("云溪市/临汀区/临汀区自然资源局")
        let clean = ProgramFiles.sample("云溪市/临汀区/临汀区人民政府办公室/2024.txt")
        #expect(ProgramRunner.run("check", folder).status == 1)
        #expect(ProgramRunner.run("check", folder, "--fail-on", "never").status == 0)
        #expect(ProgramRunner.run("check", folder, "--fail-on", "warning").status == 1)
        #expect(ProgramRunner.run("check", folder, "--rules", "carry-over").status == 0)
        #expect(ProgramRunner.run("check", clean).status == 0)
    }

    @Test func formatsTellTheSameFindings() throws {
        let folder = ProgramFiles.sample("云溪市/临汀区/临汀区自然资源局")
        let json = ProgramRunner.run("check", folder, "--format", "json").output
        let list = try JSONDecoder().decode(FindingList.self, from: Data(json.utf8)).findings
        let lines: [FindingList.Finding] = Lines.decode(ProgramRunner.run("check", folder, "--format", "jsonl").output)
        let csv = ProgramRunner.run("check", folder, "--format", "csv").output
        let text = ProgramRunner.run("check", folder).output
        #expect(!list.isEmpty)
        #expect(lines.map(\.fingerprint) == list.map(\.fingerprint))
        #expect(csv.split(whereSeparator: \.isNewline).count == list.count + 1)
        // Lines of the text are broken to fit a terminal.
        let unbroken = text.filter { !$0.isWhitespace }
        #expect(
            list.allSatisfy {
                csv.contains($0.fingerprint) && unbroken.contains($0.message["zh"]!.filter { !$0.isWhitespace })
            })
    }
}
