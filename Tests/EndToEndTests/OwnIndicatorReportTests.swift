import TestSupport
import Testing

/// A report definition that brings an indicator of its own.
@Suite struct OwnIndicatorReportTests {
    private static let definition = """
        title: {zh: 自定义, en: own}
        indicators:
          - id: not-disclosed-rate
            name: {zh: 未公开率, en: share not disclosed}
            formula: (requests.refused.*.total + requests.unavailable.*.total) / requests.resolved.total
            direction: lower
        tiles: [not-disclosed-rate, requests-received]
        sections:
          - heading: {zh: 概况, en: overview}
            blocks:
              - kind: table
                title: {zh: 逐年, en: by year}
                indicators: [not-disclosed-rate]
              - {kind: definitions}

        """

    private func run(_ text: String) -> (bundle: [String: String], run: ProgramRunner.Result, folder: ProgramFolder) {
        let folder = ProgramFolder()
        let file = folder.write(text, to: "own.yml")
        let run = ProgramRunner.run(
            "report", ProgramFiles.sample("real/平潭综合实验区"), "--report", file, "--output", folder.path("out"))
        let bundle = ProgramFiles.tree(folder.path("out")).mapValues { String(decoding: $0, as: UTF8.self) }
        return (bundle, run, folder)
    }

    @Test func itStandsInTheTableTheDataAndTheDefinitions() throws {
        let (bundle, run, _) = run(Self.definition)
        #expect(run.status == 0, "\(run.errors)")
        let page = try #require(bundle["index.html"])
        #expect(page.contains("未公开率") && page.contains("requests.unavailable.*.total"))
        let metrics = try #require(bundle["data/metrics.csv"])
        let line = metrics.split(separator: "\n").first {
            $0.hasPrefix("not-disclosed-rate,level") && $0.contains(",2025,")
        }
        #expect(line?.contains(",64,148,") == true)
        #expect(try #require(bundle["tables/table-1.csv"]).contains("2025 年,43.2,"))
    }

    @Test func mistakesInItStopTheReport() {
        let (bundle, run, _) = run(Self.definition.replacing("requests.resolved.total", with: "requests.resolvd.total"))
        #expect(run.status == 2 && bundle.isEmpty)
        #expect(
            run.errors.contains("own.yml:5:74:") && run.messages.count == 1
                && run.errors.contains("requests.resolved.total"), "\(run.errors)")
    }
}
