import FilingInterchange
import FilingTable
import Filings
import Metrics

/// Indicators of several organs or divisions in the latest year that all of them have.
struct SideBySide {
    let subjects: [Subject]
    let year: Int?
    private let choices: ResolvedChoices
    private let rows: [Row]
    private let answers: [MetricQuery.Answer]
    /// What stands against comparing the subjects at all: level, function, coverage.
    private let general: [Words]

    private struct Row {
        var indicator: Indicator
        var values: [Value]
        var obstacles: [Words]
    }

    init(_ subjects: [Subject], _ question: MetricQuestion) {
        self.subjects = subjects
        choices = question.choices
        let answers = subjects.map { question.answer(for: $0) }
        self.answers = answers
        let year = Self.latestCommonYear(answers)
        self.year = year
        let general = year.map { Self.differences(answers, $0, question.data.columns) } ?? []
        self.general = general.map(\.words)
        rows = question.indicators.enumerated().compactMap { index, indicator -> Row? in
            let values = answers.map { answer in
                year.flatMap { answer.series.isEmpty ? nil : answer.series[index][$0] } ?? .missing(.noFiling)
            }
            guard values.contains(where: { !$0.rows.isEmpty }) else { return nil }
            let obstacles = Self.obstacles(indicator, values) + general.filter { $0.holds(indicator) }.map(\.words)
            return Row(indicator: indicator, values: values, obstacles: obstacles)
        }
    }

    /// The latest year in which every subject has a filing.
    private static func latestCommonYear(_ answers: [MetricQuery.Answer]) -> Int? {
        let years = answers.map { answer -> Set<Int> in
            Set(answer.series.flatMap(\.points).filter { !$0.value.rows.isEmpty }.map(\.year))
        }
        return years.dropFirst().reduce(years.first ?? []) { $0.intersection($1) }.max()
    }

    /// Why the values of one indicator do not stand beside each other.
    private static func obstacles(_ indicator: Indicator, _ values: [Value]) -> [Words] {
        var words: [Words] = []
        if values.contains(where: { $0.number == nil }) { words.append(Words("有缺数或无比率", "a value is missing")) }
        if values.contains(where: { $0.flags.contains(.smallDenominator) }) {
            words.append(Words("分母过小", "small denominators"))
        }
        if values.contains(where: { $0.flags.contains(.doubtful) }) { words.append(Words("勾稽不符", "arithmetic fails")) }
        if !indicator.formula.facts.isEmpty { words.append(Words("正文统计口径各异", "counted differently in each text")) }
        return words
    }

    private struct Obstacle {
        var words: Words
        /// For which indicators it holds.
        var holds: (Indicator) -> Bool
    }

    /// Amounts depend on function, level and coverage; rates on coverage only.
    private static func differences(_ answers: [MetricQuery.Answer], _ year: Int, _ filings: FilingColumns)
        -> [Obstacle]
    {
        let rows = answers.map { answer in Set(answer.series.flatMap { $0[year]?.rows ?? [] }) }
        func differ(_ dimension: Dimension) -> Bool {
            let values = rows.map { rows in Set(rows.map { filings.value(dimension, at: $0) ?? "" }) }
            return values.contains { $0 != values[0] }
        }
        let kinds: [(Dimension, Words, (Indicator) -> Bool)] = [
            (.function, Words("职能不同，数量不宜比较", "functions differ: compare no counts"), \.isSum),
            (.level, Words("层级不同，数量不宜比较", "levels differ: compare no counts"), \.isSum),
            (.coverage, Words("覆盖范围不同", "coverage differs"), { _ in true }),
            (.form, Words("表式不同", "forms differ"), { _ in true }),
        ]
        return kinds.filter { differ($0.0) }.map { Obstacle(words: $0.1, holds: $0.2) }
    }
}

extension SideBySide {
    func table(_ language: Language) -> TextTable {
        let format = ValueFormat(language)
        let header =
            [Words("指标", "indicator")[language], Words("单位", "unit")[language]] + subjects.map(\.label)
            + [
                Words("最高与最低之差", "highest minus lowest")[language], Words("可比性", "comparability")[language],
                Words("标记", "flags")[language],
            ]
        let lines = rows.map { row -> [String] in
            let cells = row.values.map { value in
                format.text(value, of: row.indicator) + (format.fraction(value).map { " (\($0))" } ?? "")
            }
            let flags = row.values.flags
            return [row.indicator.name[language], row.indicator.unit.words[language]] + cells
                + [spread(row, language), verdict(row)[language], flags.codes]
        }
        return TextTable(
            header: header, rows: lines, right: Set(2..<header.count - 2), notes: notes(language))
    }

    /// Values that may be compared: their range, in points for percentages.
    private func spread(_ row: Row, _ language: Language) -> String {
        let numbers = row.values.compactMap(\.number)
        guard row.obstacles.isEmpty, let low = numbers.min(), let high = numbers.max() else { return "—" }
        let exact = row.values.compactMap(\.exact)
        if exact.count == numbers.count, let low = exact.min(), let high = exact.max() {
            return DecimalText.grouped(high - low)
        }
        let text = DecimalText.fixed(high - low, row.indicator.unit.decimals)
        return row.indicator.unit.isPercent ? text + Words(" 个百分点", " pp")[language] : text
    }

    private func verdict(_ row: Row) -> Words {
        guard !row.obstacles.isEmpty else { return Words("可比", "comparable") }
        let obstacles = Words.joined(row.obstacles, "；", "; ")
        return Words(
            "不宜比较：" + obstacles.zh, "not comparable: " + obstacles.en)
    }

    private func notes(_ language: Language) -> [String] {
        let year = Words("\(self.year ?? 0) 年：各方均有报告的最近年度", "\(self.year ?? 0): the latest year that all have")
        let used = rows.flatMap(\.values).flags
        return [year[language]] + MetricNotes(choices: choices, language: language).lines(answers[0], used: used)
    }

    func json(_ language: Language) -> JSONValue {
        .members([
            ("schema", .string("tongjian.comparison/1")), ("year", .optional(year)),
            ("subjects", .strings(subjects.map(\.label))), ("obstacles", .strings(general.map { $0[language] })),
            ("rows", .array(rows.map { self.row($0, language) })), ("notes", .strings(notes(language))),
        ])
    }

    private func row(_ row: Row, _ language: Language) -> JSONValue {
        let format = ValueFormat(language)
        return .members([
            ("indicator", .string(row.indicator.id)), ("unit", .string(row.indicator.unit.rawValue)),
            ("comparable", .boolean(row.obstacles.isEmpty)),
            ("obstacles", .strings(row.obstacles.map { $0[language] })),
            (
                "values",
                .array(
                    row.values.map { value in
                        .members(
                            DetailJSON.members(Value.Figure(value)) + [
                                ("flags", .string(value.flags.codes)),
                                ("text", .string(format.text(value, of: row.indicator))),
                            ])
                    })
            ),
        ])
    }
}
