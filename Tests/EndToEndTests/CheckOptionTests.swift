import Foundation
import TestSupport
import Testing

/// Register, waivers, lists and the text of `tongjian check`.
@Suite struct CheckOptionTests {
    private let folder = ProgramFolder()
    private static let input = ProgramFiles.sample("云溪市/临汀区/临汀区自然资源局")

    private func file(_ name: String, _ text: String) throws -> String {
        let path = folder.root + "/" + name
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func fingerprints() throws -> [String] {
        let run = ProgramRunner.run("check", Self.input, "--format", "json", "--quiet")
        let list = try JSONDecoder().decode(FindingList.self, from: Data(run.output.utf8)).findings
        return list.filter { $0.severity == "error" }.map(\.fingerprint)
    }

    private func waiver(_ fingerprint: String, expiry: String = "2030-01-01") -> String {
        "  - {fingerprint: \"\(fingerprint)\", decision: explained, author: 王, date: 2026-01-05, reason: 口径调整, expiry: \(expiry)}\n"
    }

    @Test func settledFindingsDoNotCount() throws {
        let errors = try fingerprints()
        try #require(!errors.isEmpty)
        let waivers = try file("w.yml", "waivers:\n" + errors.map { waiver($0) }.joined() + waiver("00000000000000ff"))
        let run = ProgramRunner.run("check", Self.input, "--waivers", waivers, "--on", "2026-02-01")
        #expect(run.status == 0 && run.output.contains("口径调整"))
        #expect(run.errors.contains("00000000000000ff") && run.errors.contains("\(errors.count) 项"))
        let later = ProgramRunner.run("check", Self.input, "--waivers", waivers, "--on", "2031-02-01")
        #expect(later.status == 1 && later.errors.contains("已过期"))
    }

    @Test func aRegisterNamesWhoIsMissing() throws {
        let register = try file(
            "register.csv", "organ,district,function,from,to\n临汀区自然资源局,,,2019,2021\n临汀区粮食局,,,2021,2021\n")
        let run = ProgramRunner.run("check", Self.input, "--rules", "coverage", "--register", register)
        #expect(run.status == 1 && run.output.contains("临汀区粮食局") && run.output.contains("register.csv:3:1"))
        #expect(run.errors.contains("缺报 1 份"))
        let bad = try file("bad.csv", "organ,from\n,x\n")
        #expect(ProgramRunner.run("check", Self.input, "--register", bad).messages.count == 2)
    }

    @Test func listsToSend() throws {
        let target = folder.root + "/lists"
        #expect(ProgramRunner.run("check", Self.input, "--rectification", target, "--fail-on", "never").status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: target).sorted()
        #expect(names.contains("index.html") && names.contains { $0.hasSuffix("临汀区自然资源局.csv") })
        // A second run replaces its own lists, but no folder of somebody else's.
        #expect(ProgramRunner.run("check", Self.input, "--rectification", target, "--fail-on", "never").status == 0)
        _ = try file("lists/../mine.txt", "x")
        #expect(ProgramRunner.run("check", Self.input, "--rectification", folder.root).status == 2)
    }

    @Test func textFitsATerminal() {
        let text = ProgramRunner.run("check", ProgramFiles.sample(""), "--fail-on", "never", "--quiet").output
        for line in text.split(separator: "\n") {
            let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(width <= 100, "\(line)")
        }
        #expect(text.contains("按规则统计"))
    }

    @Test func aLogForEditors() throws {
        let run = ProgramRunner.run("check", Self.input, "--format", "sarif", "--quiet")
        let log = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(log?["version"] as? String == "2.1.0" && run.status == 1)
    }

    @Test func aDayMustBeADay() {
        let run = ProgramRunner.run("check", Self.input, "--on", "tomorrow")
        #expect(run.status == 64 && run.errors.contains("--on"))
    }
}
