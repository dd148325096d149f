import ChartGrammar
import Charting
import Configuration
import Foundation
import TestSupport
import Testing

/// `Charts/README.md` says what the definitions, marks and keys are, and shows every chart.
/// RECORD_SNAPSHOTS=1 writes it and still fails; `make gallery` draws the pictures.
@Suite struct ChartCatalogueTests {
    private static let library = try! ChartLibrary()

    private static var text: String {
        let keys = DefinitionKeys.all.map { "| `\($0.key)` | \($0.values) | \($0.meaning) |" }
        let marks = MarkCatalogue.entries.map { entry in
            "| \(name(entry.spec)) | \(channels(entry.spec)) | \(entry.meaning) |"
        }
        let transforms = TransformKeys.all.map { "| \($0.word.rawValue) | \($0.keys) | \($0.meaning) |" }
        let scales = ScaleKeys.all.map { "| \($0.kind.rawValue) | \($0.marks) | \($0.meaning) |" }
        let charts = library.definitions.map { definition in
            """
            ### \(definition.name)

            \(definition.title.zh) · \(definition.title.en) (\(name(definition.mark)))

            ![\(definition.title.zh)](pictures/\(definition.name).png)
            """
        }
        return """
            # Charts

            Generated from the definitions beside it; the pictures are drawn over `Samples/`. One chart a file: `tongjian chart
            NAME INPUT... --output x.png` draws a shipped one, `tongjian chart my.yml ...` your own, `tongjian gallery INPUT...
            --output DIR` all of them. Mistakes are named with line, column and the nearest valid word.

            ## Keys

            | key | holds | means |
            |---|---|---|
            \(keys.joined(separator: "\n"))

            ## Marks

            Channels are filled by the definition: years, groups or indicators, and the value.

            | mark | channels | draws |
            |---|---|---|
            \(marks.joined(separator: "\n"))

            ## Transforms

            Steps under `transform`, in order. A table has the fields year, group, indicator, value, numerator and denominator;
            a step reads those that the ones before it leave. What is merged, left out or without a value is counted in the
            notes by its state. Rates are never added up. Comparisons (ranks, shares, changes) are computed before a chart
            sees them.

            | step | keys | makes |
            |---|---|---|
            \(transforms.joined(separator: "\n"))

            ## Scales

            `encoding: {y: {scale: {type: log}}}`, of the channel of values. Years are points or bands in order, names bands,
            and cells are coloured by classes (`mark.classes`).

            | scale | marks | means |
            |---|---|---|
            \(scales.joined(separator: "\n"))

            ## Gallery

            \(charts.joined(separator: "\n\n"))

            """
    }

    private static func name(_ mark: MarkSpec) -> String {
        let parts = [
            mark.kind.rawValue, mark.orientation == .horizontal ? "horizontal" : "",
            mark.stack == .none ? "" : mark.stack.rawValue,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func channels(_ mark: MarkSpec) -> String {
        guard let rule = mark.rule else { return "" }
        let roles =
            [("category", rule.category), ("value", rule.value)] + (rule.row.map { [("row", $0)] } ?? [])
            + (rule.series.map { [("series", $0)] } ?? [])
        return roles.map { "\($0.1.rawValue): \($0.0)" }.joined(separator: ", ")
    }

    @Test func theCatalogueIsCurrent() throws {
        let file = ProgramFiles.root + "/Charts/README.md"
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(Self.text.utf8).write(to: URL(fileURLWithPath: file))
            Issue.record("recorded Charts/README.md")
            return
        }
        #expect(Self.text == RepositoryFiles.text("Charts/README.md"))
    }

    @Test(arguments: library.definitions.map(\.name)) func everyChartHasAPicture(name: String) throws {
        let path = ProgramFiles.root + "/Charts/pictures/\(name).png"
        let bytes = try #require(FileManager.default.contents(atPath: path), "make gallery draws it")
        #expect(bytes.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]) && bytes.count < 90_000)
    }

    @Test func everyMarkIsInTheCatalogue() {
        let kinds = MarkCatalogue.entries.map(\.spec.kind)
        #expect(Set(kinds) == Set(MarkSpec.Kind.allCases))
        #expect(MarkCatalogue.entries.allSatisfy { $0.spec.rule != nil })
    }

    /// Every documented key is read, and every key that a shipped definition uses is documented.
    @Test func theKeysAreThoseThatAreRead() throws {
        let documented = Set(DefinitionKeys.all.map(\.key))
        let files = library.files.filter { $0.path.hasSuffix(".yml") }
        for file in files {
            let found = file.text.matches(of: #/(?m)^(?:  )?([a-z-]+):/#).map { String($0.1) }
            let inside = file.text.firstMatch(of: #/(?m)^mark: \{(.*)\}$/#)?.1 ?? ""
            let marks = inside.matches(of: #/([a-z]+): /#).map { "mark.\($0.1)" }
            for key in found where !["data", "mark", "zh", "en"].contains(key) {
                #expect(documented.contains(key) || documented.contains("data." + key), "\(file.path): \(key)")
            }
            #expect(Set(marks).isSubset(of: documented), "\(file.path)")
        }
        let values = [
            "title": "{zh: 甲, en: A}", "unit": "{zh: 件, en: cases}", "transform": "[{sort: [{field: value}]}]",
            "encoding": "{y: {scale: {type: linear}}}", "headline": "change", "headline-indicator": "disclosure-rate",
            "notes": "[{zh: 甲, en: A}]",
            "data":
                "{indicators: [disclosure-rate], compare: level, by: [organ], where: \"year>2019\", years: all, scope: all, top: 3, order: value}",
            "mark":
                "{type: bar, orientation: vertical, stack: none, color: none, palette: pair, classes: [1], reference: none, denominators: true, shared: true, size: bars}",
        ]
        let text = values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
        for key in documented { #expect(text.contains(key.split(separator: ".").last! + ":"), "\(key) is tried") }
        #expect(throws: Never.self) { try ChartDefinition(text: text, file: "x.yml") }
    }

    @Test func everyTransformAndScaleIsInTheCatalogue() {
        #expect(TransformKeys.all.map(\.word) == TransformSpec.Word.allCases)
        #expect(ScaleKeys.all.map(\.kind) == ScaleSpec.Kind.allCases)
        #expect(TransformKeys.all.allSatisfy { $0.keys.hasPrefix("`\($0.word.rawValue)`") })
    }

    /// Every transform is used by a chart that people can look at.
    @Test func everyTransformIsShipped() {
        let used = Set(Self.library.definitions.flatMap(\.transforms).map(\.word))
        #expect(used == Set(TransformSpec.Word.allCases))
    }

    private var library: ChartLibrary { Self.library }
}
