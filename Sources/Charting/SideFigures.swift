import ChartGrammar
import Filings
import Metrics

/// The numbers beside a slide's chart: the change of what the headline names, then change and level of the whole.
struct SideFigures {
    let definition: ChartDefinition
    let data: ChartData
    let headline: Headline
    let scope: ChartScope

    private var format: ValueFormat { ValueFormat(scope.language) }
    private var isChinese: Bool { scope.language == .zh }
    private var indicator: Indicator {
        definition.headlineIndicator ?? headline.indicator ?? definition.indicators[0]
    }

    /// At most three.
    var figures: [SideFigure] {
        if definition.mark.kind == .flow { return flow }
        // Panels, and organs' names with seven years, take the whole page.
        if definition.mark.kind == .facet || definition.mark.kind == .cell && definition.by.contains(.organ) {
            return []
        }
        let named = headline.alert?.key ?? headline.subject ?? (isOverAreas ? data.series.first?.key : nil)
        guard !definition.by.isEmpty, let key = named, let change = value(of: key, .yearOverYear) else {
            return isOverAreas ? [] : whole(who: scope.subject?.name ?? "")
        }
        let who = key.label[scope.language]
        let own = [
            self.change(change, who: who, isAlert: headline.alert != nil),
            value(of: key, .level).flatMap { level($0, who: who, before: change) },
        ].compactMap { $0 }
        return isOverAreas ? own : Array((own.prefix(1) + whole(who: scope.subject?.name ?? "")).prefix(3))
    }

    /// Several areas, or organs of all functions, have no whole that a number could be given for.
    private var isOverAreas: Bool { definition.scope == .all && !definition.by.isEmpty }

    private func whole(who: String) -> [SideFigure] {
        let query = MetricQuery(
            [indicator], compare: [.level, .yearOverYear], where: data.filter, years: scope.years, options: .published)
        let series = query.run(on: scope.filings)
        let change = series.last?[data.latest]
        return [
            change.flatMap { self.change($0, who: who, isAlert: false) },
            series.first?[data.latest].flatMap { level($0, who: who, before: change) },
        ].compactMap { $0 }
    }

    private func value(of key: SeriesKey, _ comparison: Comparison) -> Value? {
        let query = MetricQuery(
            [indicator], by: definition.by, compare: [comparison], where: data.filter, years: scope.years,
            options: .published)
        return query.run(on: scope.filings).first { $0.key == key }?[data.latest]
    }

    private func label(_ who: String, _ what: String) -> String {
        isChinese ? who + what : who.isEmpty ? what.capitalizedFirst : "\(who): \(what)"
    }

    /// Of one part of a whole: the part and that it is a share.
    private var name: String {
        let name = indicator.name[scope.language]
        let part = PartName.of(name)
        guard definition.by.isEmpty, part != name else { return name }
        return isChinese ? part + "占比" : "share of " + part
    }

    /// Points for rates, per cent for counts; nil where none may be computed.
    private func change(_ value: Value, who: String, isAlert: Bool) -> SideFigure? {
        guard case .change(let change) = value.detail, let number = value.number else { return nil }
        let onLastYear = isChinese ? (name.hasSuffix("比") ? "（比上年）" : "比上年") : ", on last year"
        let title = label(who, name + onLastYear)
        if indicator.unit.isPercent {
            return SideFigure(
                label: title, value: DecimalText.signed(number, 1),
                note: Words("个百分点", "percentage points")[scope.language], isAlert: isAlert)
        }
        guard let percent = change.percent else { return nil }
        let before = format.level(change.previous.number, change.previous.exact, indicator.unit)
        let unit = isChinese ? " \(indicator.unit.words.zh)" : ""
        return SideFigure(
            label: title, value: DecimalText.signed(percent, 1) + "%",
            note: isChinese ? "上年 \(before)\(unit)" : "from \(before)", isAlert: isAlert)
    }

    private func level(_ value: Value, who: String, before: Value?) -> SideFigure? {
        guard value.number != nil else { return nil }
        let year = isChinese ? "\(data.latest) 年" : "in \(data.latest)"
        let note = format.fraction(value) ?? (isChinese ? "\(indicator.unit.words.zh)，\(year)" : year)
        return SideFigure(
            label: label(who, name), value: format.level(value.number, value.exact, indicator.unit), note: note)
    }

    /// Received, resolved, carried forward: the sums that the flow is drawn from.
    private var flow: [SideFigure] {
        let sums = FlowTable.sums(data, scope).compactMap { $0 }
        guard sums.count > 3 else { return [] }
        let resolved = sums[2..<(sums.count - 1)].reduce(0, +)
        let rows: [(Words, Double, Words)] = [
            (Words("本年新收", "Received"), sums[0], Words("件", "requests")),
            (Words("办理结果总计", "Resolved"), resolved, Words("件", "requests")),
            (Words("结转下年度", "Carried forward"), sums[sums.count - 1], Words("件", "requests")),
        ]
        return rows.map {
            SideFigure(
                label: $0.0[scope.language], value: DecimalText.fixed($0.1, 0),
                note: $0.2[scope.language])
        }
    }
}

extension String {
    /// English names begin with a capital where they stand alone.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
