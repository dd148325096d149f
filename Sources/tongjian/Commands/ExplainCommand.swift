import ArgumentParser
import Checks
import Filings
import Ingest
import Metrics
import Publishing

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "解释一项指标、核查规则或表格单元。Explains an indicator, a comparison, a check or a measure.")

    @Argument(help: "An id as listed by: tongjian list.")
    var id: String

    @Option(help: "A YAML file with more indicators (indicators:).") var indicators: String?
    @Option(help: "Language: zh or en.") var language = Language.zh

    func run() throws {
        do { writeOutput(try page()) } catch {
            throw ConsoleReporter(language: language, isQuiet: false).stopped(by: error)
        }
    }

    private func page() throws(RunError) -> String {
        let known = try Definitions.indicators(indicators)
        if let check = AllChecks.check(id) { return page(check.id, check.name, check.page.headings) }
        if let indicator = known.first(where: { $0.id == id }) {
            return page(indicator.id, indicator.name, indicator.headings)
        }
        if let comparison = AllComparisons.comparison(id) {
            return page(comparison.id, comparison.name, comparison.headings)
        }
        if let measure = Measures.id(id).map({ Measures[$0] }) {
            return page(measure.code, Words("\(measure.line) \(measure.column)", measure.english), headings(measure))
        }
        if let page = definitionPage ?? formatPage ?? districtPage { return page }
        let valid =
            AllChecks.all.map(\.id) + known.map(\.id) + AllComparisons.all.map(\.id)
            + Measures.all.map(\.code)
        throw .arguments([Unknown.near(id, Words("名称", "id"), valid)])
    }

    /// A chart or a report: its title and its definition as it stands in the file.
    private var definitionPage: String? {
        guard let library = try? ReportLibrary() else { return nil }
        let title = library.charts.definition(id)?.title ?? library.definition(id)?.title
        let file = (library.charts.files + library.files).first { $0.path.hasSuffix("/\(id).yml") }
        guard let title, let file else { return nil }
        return page(id, title, [(Words("定义", "Definition"), Words(file.path, file.path))]) + "\n" + file.text
    }

    private var formatPage: String? {
        let formats = AllFormats.all.map { (id: $0.id, name: $0.name) } + TableIntake.formats
        return formats.first { $0.id == id }.map {
            page($0.id, $0.name, [(Words("识别", "Recognised"), Words("按内容，不按文件名", "by content, not by name"))])
        }
    }

    private var districtPage: String? {
        let found = DistrictRegistry().all.filter { $0.code == id || $0.name == id }
        guard let first = found.first else { return nil }
        let entries = found.map { district in
            let years = "\(district.firstYear.map(String.init) ?? "")—\(district.lastYear.map(String.init) ?? "")"
            let successors = district.successors.map(\.code).joined(separator: ", ")
            return "\(district.code) \(district.province) \(district.prefecture) \(district.name) \(years)"
                + (successors.isEmpty ? "" : " → \(successors)")
        }.joined(separator: "\n  ")
        return page(first.code, Words(first.name, first.name), [(Words("沿革", "History"), Words(entries, entries))])
    }

    private func page(_ id: String, _ name: Words, _ headings: [(heading: Words, text: Words)]) -> String {
        "\(id)  \(name[language])\n" + headings.map { "\n\($0.heading[language])\n  \($0.text[language])\n" }.joined()
    }

    private func headings(_ measure: Measure) -> [(heading: Words, text: Words)] {
        let forms = measure.forms.map(\.rawValue).joined(separator: ", ")
        return [
            (
                Words("位置", "Place"),
                Words(
                    "表\(measure.table.rawValue) \(measure.line) · \(measure.column)",
                    "table \(measure.table.rawValue), \(measure.english)")
            ),
            (Words("单位", "Unit"), Words(measure.unit, measure.unit)), (Words("表式", "Forms"), Words(forms, forms)),
        ]
    }
}
