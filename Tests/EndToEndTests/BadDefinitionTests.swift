import Foundation
import TestSupport
import Testing

/// Definitions with mistakes stop the run: all at once, each with file, line and column, and nothing written.
@Suite struct BadDefinitionTests {
    private let input = ProgramFiles.sample("real/洛龙区卫生健康委员会")
    private let folder: ProgramFolder = {
        let folder = ProgramFolder()
        folder.copy(ProgramFiles.root + "/Charts", to: "own/Charts")
        folder.copy(ProgramFiles.root + "/Reports", to: "own/Reports")
        return folder
    }()

    private static let fiveMistakes = """
        title: {zh: 坏图, en: bad}
        data:
          indicators: [requests-recieved]
          years: lates
          top: 99
        mark: {type: lin}
        headline: chnge

        """
    private static let fiveMessages = [
        "Charts/bad.yml:3:16: “data.indicators”不能是“requests-recieved”，是否为“requests-received”？",
        "Charts/bad.yml:4:10: “data.years”不能是“lates”，是否为“latest”？",
        "Charts/bad.yml:5:8: “data.top”为 99，应在 1…60 之内",
        "Charts/bad.yml:6:14: “mark.type”不能是“lin”，是否为“line”？",
        "Charts/bad.yml:7:11: “headline”不能是“chnge”，是否为“change”？",
    ]

    private func report() -> ProgramRunner.Result {
        ProgramRunner.run("report", input, "--definitions", folder.path("own"), "--output", folder.path("out"))
    }

    @Test func fiveMistakesFiveMessages() {
        folder.write(Self.fiveMistakes, to: "own/Charts/bad.yml")
        let run = report()
        #expect(run.status == 2)
        #expect(run.messages == Self.fiveMessages.map { "tongjian: " + $0 })
        #expect(folder.entries == ["own"], "nothing is written")
        let english = ProgramRunner.run("list", "charts", "--definitions", folder.path("own"), "--language", "en")
        #expect(english.status == 2 && english.messages.count == 5)
        #expect(english.errors.contains("'data.years' cannot be 'lates'; did you mean 'latest'?"))
    }

    @Test func mistakesOfAllChartsTogether() {
        folder.write(Self.fiveMistakes, to: "own/Charts/bad.yml")
        folder.write("title: [\n", to: "own/Charts/worse.yml")
        let run = report()
        #expect(run.messages.count == 6 && run.errors.contains("Charts/worse.yml:"))
    }

    @Test func reportsWithMistakes() {
        folder.write(
            "title: {zh: 报, en: R}\ntiles: [requests]\nsections:\n  - heading: {zh: 一}\n    blocks:\n      - {kind: chart, name: request-trend}\n      - {kind: pie}\n",
            to: "own/Reports/mine.yml")
        let run = report()
        #expect(run.status == 2)
        let places = run.messages.compactMap { $0.firstMatch(of: #/Reports/mine\.yml:\d+:\d+/#).map { String($0.0) } }
        let expected = ["2:9", "4:14", "6:29", "7:16"].map { "Reports/mine.yml:" + $0 }
        #expect(places == expected, "\(run.errors)")
        #expect(run.errors.contains("requests-trend"), "the nearest chart")
        #expect(folder.entries == ["own"])
    }

    @Test func aChartFileOfOnesOwn() {
        folder.write(Self.fiveMistakes, to: "bad.yml")
        let run = ProgramRunner.run("chart", "bad.yml", input, "--output", "x.svg", in: folder.root)
        #expect(run.status == 2 && run.messages.count == 5 && run.messages[0].hasPrefix("tongjian: bad.yml:3:16: "))
        #expect(folder.entries == ["bad.yml", "own"])
        let missing = ProgramRunner.run("chart", "nowhere.yml", input, "--output", "x.svg", in: folder.root)
        #expect(missing.status == 2 && missing.errors.contains("nowhere.yml: 找不到"))
    }

    @Test func ownDefinitionsAreUsed() {
        let path = "own/Charts/requests-trend.yml"
        folder.write(folder.text(path).replacing("各地区新收政府信息公开申请", with: "自家图题"), to: path)
        #expect(report().status == 0)
        #expect(folder.text("out/index.html").contains("自家图题"))
        #expect(ProgramRunner.run("list", "charts", "--definitions", folder.path("own")).output.contains("自家图题"))
    }

    @Test func aFolderThatHoldsNone() {
        let run = ProgramRunner.run(
            "report", input, "--definitions", folder.path("nowhere"), "--output", folder.path("out"))
        #expect(run.status == 2 && run.errors.contains("nowhere"))
        #expect(folder.entries == ["own"])
    }

    @Test func aReportFileOfOnesOwn() {
        let file = ProgramFiles.root + "/Reports/annual-oversight.yml"
        #expect(ProgramRunner.run("report", input, "--report", file, "--output", folder.path("out")).status == 0)
    }
}
