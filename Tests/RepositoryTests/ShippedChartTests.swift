import ChartGrammar
import Charting
import Digests
import FilingTable
import Filings
import Foundation
import Ingest
import Parsing
import Publishing
import TestSupport
import Testing

/// Every shipped chart over all of Samples, in both languages and all themes: no two texts meet, none leaves the canvas.
@Suite struct ShippedChartTests {
    private static let library = try! ChartLibrary()

    /// All of Samples, read in this process.
    private static let filings: FilingColumns = {
        let project = FileManager.default.contents(atPath: ProgramFiles.sample("tongjian.yml"))!
        let settings = try! ProjectSettings(
            text: String(decoding: project, as: UTF8.self), file: "tongjian.yml", digest: "")
        let parser = FilingParser(registry: DistrictRegistry(adding: settings.districts))
        var filings: [Filing] = []
        for file in InputWalker.list([ProgramFiles.samples]).files {
            guard let bytes = try? FileReader.bytes(of: file.path),
                let document = try? FileReader.document(bytes, source: file.source),
                case .read(let filing) = parser.parse(document)
            else { continue }
            filings.append(filing)
        }
        return FilingColumns(FilingSet(YearResolution.resolve(filings)).current)
    }()

    private static func chart(
        _ name: String, _ language: Language, _ theme: Theme = .light, isSlide: Bool = false
    ) -> DrawableChart? {
        let subject = ChartScope.mainArea(of: filings, filter: RowFilter())
        let scope = ChartScope(filings: filings, subject: subject, language: language)
        return library.definition(name).flatMap { ChartBuilder($0, over: scope).chart(theme: theme, isSlide: isSlide) }
    }

    private static func faults(_ chart: DrawableChart) throws -> [String] {
        try compile(chart.spec, chart.table, measurer: FixedTextMeasurer()).textFaults(FixedTextMeasurer())
    }

    @Test func theSampleHasASubject() {
        #expect(Self.filings.rowCount == SampleCount.current)
        #expect(ChartScope.mainArea(of: Self.filings, filter: RowFilter())?.name == "云溪市")
    }

    @Test(arguments: library.definitions.map(\.name), Language.allCases) func textsKeepApart(
        name: String, language: Language
    ) throws {
        for theme in [Theme.light, .dark, .print] {
            let chart = try #require(Self.chart(name, language, theme))
            #expect(try Self.faults(chart).isEmpty)
        }
    }

    /// The page draws the plots again for wide and narrow screens.
    @Test(arguments: library.definitions.map(\.name), Language.allCases) func textsKeepApartOnThePage(
        name: String, language: Language
    ) throws {
        for size in [ChartSize.webWide, .webNarrow, .a4Figure] {
            var chart = try #require(Self.chart(name, language))
            chart.spec.size = chart.fitted(size)
            #expect(try Self.faults(chart).isEmpty)
        }
    }

    /// Every line, bar, cell and text of each chart. RECORD_SNAPSHOTS=1 writes the listings and still fails.
    @Test(arguments: library.definitions.map(\.name)) func sceneIsAsRecorded(name: String) throws {
        let chart = try #require(Self.chart(name, .zh))
        let scene = try compile(chart.spec, chart.table, measurer: FixedTextMeasurer())
        try Snapshot.check(scene.listing, "\(name).scene.txt")
    }

    /// A slide is one page of 16:9: at most three numbers beside the chart, nothing under 16 points.
    @Test(arguments: library.definitions.map(\.name), Language.allCases) func slidesAreRead(
        name: String, language: Language
    ) throws {
        var chart = try #require(Self.chart(name, language, isSlide: true))
        chart.spec.size = chart.fitted(.slide)
        #expect(chart.spec.size == .slide && chart.spec.sideFigures.count <= 3)
        #expect(try Self.faults(chart).isEmpty)
        let scene = try compile(chart.spec, chart.table, measurer: FixedTextMeasurer())
        let small = scene.flattened.compactMap { item -> String? in
            if case .text(let text) = item, text.style.size < 15.99 { "\(text.string) \(text.style.size)" } else { nil }
        }
        #expect(small.isEmpty, "\(small)")
    }

    @Test(arguments: library.definitions.map(\.name)) func everyChartSaysSomething(name: String) throws {
        for language in Language.allCases {
            let chart = try #require(Self.chart(name, language))
            let titles = chart.spec.titles
            #expect(titles.headline.contains(#/\d/#), "a finding has a number")
            #expect(!titles.subtitle.isEmpty && !titles.source.isEmpty && chart.alternative.hasPrefix(titles.headline))
            #expect(chart.data.count > 1 && chart.data.allSatisfy { $0.count == 8 })
            #expect(chart.table.count > 0 && chart.table.facts.contains { $0.state.isDrawn })
            if language == .en {
                let words = [titles.subtitle] + titles.notes
                #expect(words.allSatisfy { !$0.contains("。") && !$0.contains("，") }, "English in English: \(words)")
            }
        }
    }

    /// An export has the rows that are drawn, and their scale.
    @Test func transformsAndScalesAreExported() throws {
        let top = VegaLite.text(try #require(Self.chart("requests-leading-districts", .zh)))
        #expect(top.contains("\"其余 4 个\"") && top.contains("“其余 4 个”为合计。"))
        let growth = VegaLite.text(try #require(Self.chart("requests-growth", .en)))
        #expect(growth.contains(#/"scale": \{\s*"type": "log"\s*\}/#))
        #expect(growth.contains("equal distances are equal ratios"))
        let share = VegaLite.text(try #require(Self.chart("requests-concentration", .zh)))
        #expect(share.contains(#/"field": "name",\s*"type": "nominal"/#), "names and no years")
        #expect(VegaLite.text(try #require(Self.chart("requests-distribution", .zh))).contains("\"50—99\""))
    }

    /// The chart of districts: 北渡区 joined 白渡区 in 2023 and is no gap afterwards.
    @Test func theMergedDistrictIsNotMissing() throws {
        let chart = try #require(Self.chart("disclosure-heatmap", .zh))
        let groups = chart.table.column("group") ?? []
        let years = chart.table.column("year") ?? []
        let states = chart.table.facts.indices.filter { groups[$0] == .string("北渡区") }.map {
            (years[$0], chart.table.facts[$0].state)
        }
        try #require(states.count == 7)
        for (year, state) in states {
            let isAfter = [.year(2023), .year(2024), .year(2025)].contains(year)
            #expect((state == .notEstablished) == isAfter)
        }
    }
}

/// Of all the samples one is the first version of a corrected filing.
private enum SampleCount {
    static let current = 245
}
