import TestSupport
import Testing

/// Wrong usage: 64, the nearest right word, nothing on standard output.
@Suite struct UsageTests {
    private static let input = ProgramFiles.sample("real/洛龙区卫生健康委员会")

    struct Mistake: CustomTestStringConvertible {
        var arguments: [String]
        var hint: String

        init(_ arguments: String..., hint: String) {
            self.arguments = arguments
            self.hint = hint
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Mistake("query", input, "--indicator", "requests-recieved", hint: "requests-received"),
        Mistake("query", input, "--indicator", "requests-received", "--by", "distrct", hint: "district"),
        Mistake(
            "query", input, "--indicator", "requests-received", "--compare", "year-on-year", hint: "year-over-year"),
        Mistake("query", input, "--indicator", "requests-received", "--where", "distrct=1", hint: "“district”"),
        Mistake("query", input, "--indicator", "requests-received", "--years", "20x", hint: "20x"),
        Mistake("check", input, "--rules", "carry-ovr", hint: "carry-over"),
        Mistake("report", input, "--report", "anual-oversight", hint: "annual-oversight"),
        Mistake("report", input, "--where", "yeer=2024", hint: "“year”"),
        Mistake("chart", "requests-tend", input, "--output", "x.svg", hint: "requests-trend"),
        Mistake("explain", "requests-recived", hint: "requests-received"),
        Mistake("explain", "requests-balanse", hint: "requests-balance"),
        Mistake("list", "chart", hint: "charts"),
        Mistake("parse", input, "--formt", "csv", hint: "--format"),
        Mistake("parse", input, "--format", "xml", hint: "jsonl"),
        Mistake("parse", input, "--jobs", "0", hint: "--jobs"),
        Mistake("parse", input, "--language", "fr", hint: "zh"),
        Mistake("chart", "requests-trend", input, "--output", "x.gif", hint: ".png"),
        Mistake("chart", "requests-trend", input, "--output", "x.svg", "--scale", "100", hint: "--scale"),
        Mistake("parse", hint: "inputs"), Mistake("query", input, hint: "--indicator"),
        Mistake("frobnicate", hint: "frobnicate"),
    ]) func mistakes(mistake: Mistake) {
        let folder = ProgramFolder()
        let run = ProgramRunner.run(mistake.arguments, in: folder.root)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(mistake.hint), "\(run.errors)")
        #expect(folder.entries.isEmpty)
    }

    @Test func allMistakesAtOnce() {
        let run = ProgramRunner.run(
            "query", Self.input, "--indicator", "requests-received", "--where", "distrct=1,yeer>2", "--years", "20x")
        #expect(run.status == 64 && run.messages.count == 3)
        let rules = ProgramRunner.run("check", Self.input, "--rules", "carry-ovr,year-gab")
        #expect(rules.messages.count == 2)
    }

    @Test func versionAndHelp() {
        let version = ProgramRunner.run("--version")
        #expect(version.status == 0 && version.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
        for command in ["report", "parse", "check", "query", "chart", "list", "explain"] {
            let help = ProgramRunner.run(command, "--help")
            #expect(help.status == 0 && help.output.contains("USAGE: tongjian \(command)"))
        }
    }
}
