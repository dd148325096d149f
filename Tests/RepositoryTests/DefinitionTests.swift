import Charting
import Filings
import Foundation
import Metrics
import Publishing
import TestSupport
import Testing

/// Everything shipped in Charts/ and Reports/ compiles and is what stands on disk.
@Suite struct DefinitionTests {
    private static let charts = try! ChartLibrary()
    private static let reports = try! ReportLibrary()

    @Test func shippedDefinitionsCompile() throws {
        #expect(Self.charts.definitions.count == Self.charts.files.count)
        #expect(Self.charts.definitions.map(\.name) == Self.charts.definitions.map(\.name).sorted())
        #expect(Self.reports.definitions.map(\.name).contains("annual-oversight"))
        for definition in Self.charts.definitions {
            #expect(!definition.title.zh.isEmpty && !definition.title.en.isEmpty)
            #expect(!definition.indicators.isEmpty, "\(definition.name)")
            #expect(definition.notes.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty })
        }
    }

    @Test func definitionsReadFromDiskAreTheSame() throws {
        let disk = try ReportLibrary(folder: ProgramFiles.root)
        #expect(disk.files.map(\.path) == Self.reports.files.map(\.path))
        #expect(disk.files.map(\.text) == Self.reports.files.map(\.text))
        #expect(disk.charts.files.map(\.path) == Self.charts.files.map(\.path))
        #expect(disk.charts.files.map(\.text) == Self.charts.files.map(\.text))
        for file in Self.charts.files + Self.reports.files {
            #expect(RepositoryFiles.text(file.path) == file.text, "\(file.path)")
        }
    }

    @Test func everyChartOfAReportExists() {
        let names = Set(Self.charts.definitions.map(\.name))
        for report in Self.reports.definitions {
            let charts = Self.charts(of: report)
            #expect(names.isSuperset(of: charts), "\(report.name)")
            #expect(Set(charts).count == charts.count, "\(report.name) names a chart twice")
        }
    }

    @Test func theAnnualOversightHasEightChartsAndMore() throws {
        let report = try #require(Self.reports.definition("annual-oversight"))
        #expect(Self.charts(of: report).count >= 8)
        #expect(
            !report.tiles.isEmpty && report.sections.allSatisfy { !$0.heading.zh.isEmpty && !$0.heading.en.isEmpty })
    }

    /// Sums of counts are stacked; shares fill 100 %; a rate is never summed.
    @Test func ratesAreNeverStackedAsCounts() {
        for definition in Self.charts.definitions where definition.mark.stack == .zero {
            #expect(definition.indicators.allSatisfy { !$0.isRatio }, "\(definition.name)")
        }
        for definition in Self.charts.definitions where definition.mark.kind != .table {
            #expect(Set(definition.indicators.map(\.unit)).count == 1, "\(definition.name): one axis, one unit")
        }
    }

    private static func charts(of report: ReportDefinition) -> [String] {
        report.sections.flatMap(\.blocks).compactMap { block in
            if case .chart(let name) = block { name } else { nil }
        }
    }
}
