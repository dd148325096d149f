import ChartGrammar
import FilingTable
import Filings
import Metrics

/// A chart ready to be laid out, with the same figures as rows for its data table.
package struct DrawableChart: Sendable {
    package var name: String
    package var spec: ChartSpec
    package var table: ChartTable
    /// Header and rows of the data table: group, year, indicator, value, numerator, denominator, n, flags.
    package var data: [[String]]
    /// The finding and the figures in words, for those who do not see the picture.
    package var alternative: String
}

/// Definition + filings -> chart. Comparisons are resolved by Metrics; the grammar sees names, years and numbers.
package struct ChartBuilder {
    package let definition: ChartDefinition
    package let scope: ChartScope

    package init(_ definition: ChartDefinition, over scope: ChartScope) {
        self.definition = definition
        self.scope = scope
    }

    /// Nil when the selection holds nothing that the chart could show.
    /// A heatmap of more rows cannot be read across a room; the notes count what is left out.
    private static let mostSlideRows = 10

    /// A slide also gets the numbers beside its chart.
    package func chart(theme: Theme = .light, isSlide: Bool = false) -> DrawableChart? {
        if isSlide, definition.mark.kind == .cell, (definition.top ?? .max) > Self.mostSlideRows {
            var definition = definition
            definition.top = Self.mostSlideRows
            return ChartBuilder(definition, over: scope).chart(theme: theme, isSlide: true)
        }
        guard let data = ChartData(definition, scope), !data.series.isEmpty else { return nil }
        let headline = Headline(definition, data, scope)
        let titles = TitleBuilder(definition, data, scope)
        let table = definition.mark.kind == .flow ? FlowTable.table(data, scope) : table(data, headline)
        guard saysSomething(table) else { return nil }
        var spec = ChartSpec(
            mark: definition.mark, encoding: definition.encoding(scope.language),
            titles: ChartTitles(
                headline: headline.text, subtitle: titles.subtitle, notes: titles.notes, source: titles.source,
                wordmark: Words("通鉴", "Tongjian")[scope.language]),
            series: seriesSpecs(data), breaks: breaks(data), reference: reference(data), bracket: bracket(data),
            smallDenominator: isRate ? MetricOptions().minimumForRanking : nil,
            size: size(data), theme: theme, language: scope.language == .zh ? .zh : .en)
        spec.mark.showsChange = definition.mark.kind == .facet && definition.comparison.id == Comparison.level.id
        spec.limits = FunnelCurve.limits(definition, data)
        spec.transforms = definition.transforms
        if isSlide {
            spec.sideFigures = SideFigures(definition: definition, data: data, headline: headline, scope: scope).figures
        }
        let alternative = AlternativeText.text(headline: headline.text, subtitle: titles.subtitle, data, scope.language)
        spec.alternative = TextAlternative(title: headline.text, description: alternative)
        // The picture, its notes and every export are of one table. A definition names no field that is not there.
        var drawn = (try? spec.transformed(table)) ?? (spec: spec, table: table)
        let isRecoloured = definition.color == .series || definition.channels[.color]?.field != nil
        if definition.palette == .pair, isRecoloured, let field = drawn.spec.encoding.color?.field {
            drawn.spec.series = leading(drawn.table.column(field) ?? [])
        }
        return DrawableChart(
            name: definition.name, spec: drawn.spec, table: drawn.table, data: DataRows.rows(data, scope.language),
            alternative: alternative)
    }

    /// A picture of nothing but gaps is left out; years without requests and figures in doubt are worth showing.
    private func saysSomething(_ table: ChartTable) -> Bool {
        table.facts.contains { $0.state.isDrawn || $0.state == .noRequests || $0.state == .doubtful }
    }

    var isRate: Bool { definition.indicators.first?.isRatio ?? false }
    var format: ValueFormat { ValueFormat(scope.language) }

    // MARK: Rows

    private func table(_ data: ChartData, _ headline: Headline) -> ChartTable {
        let usesYearAsColor = definition.color == .year
        var table = ChartTable(
            fields: [
                Field.year, Field.group, Field.indicator, Field.value, Field.numerator, Field.denominator,
            ])
        for series in data.series {
            let life = Lifetime(series, scope.filings)
            for year in data.years {
                guard let value = series[year] else { continue }
                var facts = facts(value, series, year, life, headline)
                if definition.mark.kind == .funnel { facts.isAlert = FunnelCurve.isOutside(value, data) }
                table.append(
                    usesYearAsColor ? .string(yearLabel(year)) : .year(year),
                    .string(label(series)), .string(name(of: series.indicator)),
                    number(value.number, facts), number(value.numerator?.double, facts),
                    number(value.denominator?.double, facts), facts: facts)
            }
        }
        return table
    }

    private func number(_ number: Double?, _ facts: RowFacts) -> ChartValue {
        facts.state.isDrawn ? number.map(ChartValue.number) ?? .null : .null
    }

    func yearLabel(_ year: Int) -> String { scope.language == .zh ? "\(year) 年" : String(year) }

    /// Of an indicator that is one part of a whole only the part: 自然人, not 申请人占比：自然人.
    func name(of indicator: Indicator) -> String {
        let name = indicator.name[scope.language]
        let isPart = definition.by.isEmpty && definition.indicators.count > 1
        return (isPart ? PartName.of(name) : name).capitalizedFirst
    }

    func label(_ series: MetricSeries) -> String { series.key.label[scope.language] }

    private func facts(
        _ value: Value, _ series: MetricSeries, _ year: Int, _ life: Lifetime, _ headline: Headline
    ) -> RowFacts {
        var facts = RowFacts(state: MarkStates.state(value, isRate: series.indicator.isRatio))
        if facts.state == .missing, !life.contains(year) { facts.state = .notEstablished }
        if facts.state == .missing, value.reason != .noFiling {
            facts.stateText = Words("缺数据", "no data")[scope.language]
        }
        if series.indicator.isRatio {
            facts.n = value.n
            if let top = value.numerator, let bottom = value.denominator {
                facts.interval = WilsonInterval.interval(top.double, of: bottom.double).map {
                    ($0.lowerBound * 100)...($0.upperBound * 100)
                }
            }
            if definition.mark.kind == .table, facts.state.isDrawn {
                facts.display = format.level(value.number, value.exact, series.indicator.unit)
            }
        } else if facts.state.isDrawn, definition.comparison.id == Comparison.level.id {
            facts.display = format.level(value.number, value.exact, series.indicator.unit)
        }
        let isNamed = headline.subject == series.key || label(series) == scope.subject?.name
        facts.isSubject = (definition.color == .series || headline.subject != nil) && isNamed
        // Of indicators set side by side the one that the headline speaks of.
        let isMeant = definition.by.isEmpty && headline.indicator?.id == series.indicator.id
        if definition.mark.kind == .change, isMeant { facts.isSubject = true }
        facts.isAlert = headline.alert.map { $0.key == series.key && $0.year == year } ?? false
        return facts
    }

    // MARK: Colours, breaks, reference

    private func seriesSpecs(_ data: ChartData) -> [SeriesSpec] {
        if definition.mark.kind == .flow { return FlowTable.series(scope.language) }
        return switch definition.palette {
        case .outcomes:
            definition.indicators.enumerated().map { index, indicator in
                SeriesSpec(
                    name(of: indicator), role: .outcome(index), label: FlowTable.outcome(of: indicator)?[scope.language]
                )
            }
        case .pair:
            definition.color == .year
                ? zip(data.years, data.years.count == 1 ? [PaletteRole.accent] : [.context, .accent]).map {
                    SeriesSpec(yearLabel($0), role: $1)
                }
                : zip(definition.indicators, [PaletteRole.accent, .total, .second, .alert]).map {
                    SeriesSpec(name(of: $0), role: $1)
                }
        case .subject: []
        }
    }

    /// The first names in colours of their own, the others grey.
    private func leading(_ column: [ChartValue]) -> [SeriesSpec] {
        var names: [String] = []
        for case .string(let name) in column where !names.contains(name) { names.append(name) }
        let roles: [PaletteRole] = names.count > 2 ? [.accent, .second, .total] : [.accent, .total]
        return names.enumerated().map { SeriesSpec($1, role: $0 < roles.count ? roles[$0] : .context) }
    }

    /// Marks cells and rows grow with their number; the foot stays readable and no space is left empty.
    private func size(_ data: ChartData) -> ChartSize {
        var size = definition.size.chartSize
        let rows = 48 * Double(data.series.count)
        switch definition.mark.kind {
        case .cell: size.height = min(size.height, max(560, 270 + rows))
        case .table: size.height = min(760, max(460, 270 + rows / Double(max(definition.indicators.count, 1))))
        case .facet: size.height = data.series.count > 6 ? 760 : data.series.count > 3 ? 700 : 520
        default: break
        }
        return size
    }

    /// The first outcomes that make up the headline's rate.
    private func bracket(_ data: ChartData) -> Bracket? {
        guard definition.mark.stack == .normalize, let indicator = definition.headlineIndicator,
            let value = data.headline?.level, value.number != nil
        else { return nil }
        let parts = definition.parts(of: indicator)
        return Bracket(
            series: parts.map { name(of: $0) }, label: indicator.name[scope.language].capitalizedFirst,
            value: format.level(value.number, value.exact, indicator.unit))
    }

    private func breaks(_ data: ChartData) -> [ChartGrammar.FormBreak] {
        data.breaks.map { year in
            ChartGrammar.FormBreak(
                after: year, label: Words("\(year + 1) 年启用新表式", "new form from \(year + 1)")[scope.language])
        }
    }

    private func reference(_ data: ChartData) -> ReferenceLine? {
        guard definition.reference == .pooled, let pooled = data.pooled, let number = pooled.number else { return nil }
        let text = format.level(number, pooled.exact, definition.indicators[0].unit)
        return ReferenceLine(value: number, label: Words("合并 \(text)", "pooled \(text)")[scope.language])
    }
}

/// The years in which the divisions behind a series existed.
struct Lifetime {
    private let first: Int
    private let last: Int

    init(_ series: MetricSeries, _ filings: FilingColumns) {
        let divisions = series.points.flatMap(\.value.rows).compactMap { filings.divisions[$0] }
        first = divisions.map { $0.firstYear ?? 0 }.min() ?? 0
        last = divisions.map { $0.lastYear ?? 9999 }.max() ?? 9999
    }

    func contains(_ year: Int) -> Bool { first <= year && year <= last }
}

/// The states of metrics as the grammar draws them.
enum MarkStates {
    static func state(_ value: Value, isRate: Bool) -> MarkState {
        switch value.state {
        case .missing, .notApplicable: .missing
        case .notAsked: .notAsked
        case .formBreak: .missing
        case .doubtful: isRate || value.number == nil ? .doubtful : .ordinary
        case .noRequests: .noRequests
        case .smallDenominator, .tooSmallToShow: value.number == nil ? .missing : .smallDenominator
        // Of a sum over several filings these are marked in the tables; a figure of one filing is drawn so.
        case .assumedZero where value.number == 0: .assumedZero
        case .derived where value.filingCount == 1: .derived
        case .assumedZero, .derived, .baseZero, .ordinary: value.number == 0 ? .zero : .ordinary
        }
    }
}
