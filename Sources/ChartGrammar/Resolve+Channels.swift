extension ResolvedChart {
    /// Looks the channels up in the table; all errors at once.
    static func resolve(
        _ spec: ChartSpec, _ table: ChartTable, _ rule: MarkRule, measurer: any TextMeasurer
    ) throws(ChartErrors) -> ResolvedChart {
        var reader = ChannelReader(spec: spec, table: table, rule: rule)
        let data = reader.read()
        guard reader.errors.isEmpty else { throw ChartErrors(reader.errors) }
        var chart = ResolvedChart(spec: spec, measurer: measurer)
        chart.data = data
        chart.leaveOutUnplaced()
        chart.rowNames = distinct(data.map(\.rowName))
        chart.series = resolvedSeries(spec, names: reader.seriesNames, data: data)
        chart.categories = ordered(distinct(data.map(\.key)))
        return chart
    }

    /// What is not above zero is not drawn on a logarithmic scale, and counted for the notes.
    private mutating func leaveOutUnplaced() {
        guard let channel = spec.valueChannel, channel.scale.kind == .log else { return }
        for index in data.indices where (data[index].value ?? 1) <= 0 {
            // Its figure is still printed where there is a column for it.
            data[index].facts.display = display(data[index], channel)
            data[index].value = nil
        }
        if let reference = spec.reference, reference.value <= 0 { spec.reference = nil }
    }

    /// Listed series first, in their order; of the others the subject's rows decide: subject or context.
    private static func resolvedSeries(_ spec: ChartSpec, names: [String], data: [Datum]) -> [ResolvedSeries] {
        let subjects = Set(data.filter(\.facts.isSubject).map(\.series))
        return names.enumerated().map { index, name in
            if let listed = spec.series.first(where: { $0.name == name }) {
                return ResolvedSeries(name: name, label: listed.label ?? name, role: listed.role)
            }
            let isSubject = names.count == 1 || subjects.contains(index)
            return ResolvedSeries(name: name, label: name, role: isSubject ? .subject : .context)
        }
    }

    /// Years ascend and leave none out between first and last, so that a year without rows is a visible gap.
    private static func ordered(_ keys: [CategoryKey]) -> [CategoryKey] {
        let years = keys.compactMap(\.year)
        guard years.count == keys.count, let first = years.min(), let last = years.max() else { return keys }
        // A slip in a year (20 for 2020) must not make thousands of columns.
        guard last - first <= 200 else { return years.sorted().map { .year($0) } }
        return (first...last).map { .year($0) }
    }
}

func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
}

/// Reads the rows of a table by the channels of a mark.
struct ChannelReader {
    let spec: ChartSpec
    let table: ChartTable
    let rule: MarkRule
    private(set) var errors: [ChartError] = []
    private(set) var seriesNames: [String]

    init(spec: ChartSpec, table: ChartTable, rule: MarkRule) {
        self.spec = spec
        self.table = table
        self.rule = rule
        seriesNames = spec.series.map(\.name)
    }

    mutating func read() -> [Datum] {
        let breaks = spec.encoding.color?.scale.breaks ?? []
        if breaks.count > 5 || zip(breaks, breaks.dropFirst()).contains(where: { $0 >= $1 }) {
            errors.append(.breaksNotAscending)
        }
        checkScales()
        let positions = column(rule.category)
        let values = column(rule.value)
        let rows = rule.row.map { column($0) }
        let series = rule.series.flatMap { spec.encoding[$0] == nil ? nil : column($0) }
        guard errors.isEmpty else { return [] }
        if series == nil { seriesNames = [seriesNames.first ?? ""] }
        var indices = Dictionary(seriesNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let data = (0..<table.count).map { row in
            datum(
                row, position: positions[row], value: values[row], rowName: rows?[row], series: series?[row], &indices)
        }
        // Series that were listed but have no rows keep their index; they simply draw nothing.
        return errors.isEmpty ? data : []
    }

    private mutating func checkScales() {
        for name in ChannelName.allCases {
            guard let scale = spec.encoding[name]?.scale else { continue }
            let allowed = name == rule.value ? spec.mark.scales : [.linear]
            if !allowed.contains(scale.kind) {
                errors.append(.wrongScale(channel: name.rawValue, kind: scale.kind, allowed: allowed))
            } else if scale.kind == .log, let domain = scale.domain, domain.lowerBound <= 0 {
                errors.append(.domainNotPositive(channel: name.rawValue))
            }
        }
    }

    private mutating func datum(
        _ row: Int, position: ChartValue, value: ChartValue, rowName: ChartValue?, series: ChartValue?,
        _ indices: inout [String: Int]
    ) -> Datum {
        let facts = table.facts[row]
        var number: Double?
        switch value {
        case .number(let double): number = double.isFinite ? double : nil
        case .null: break
        case .string, .year: report(rule.value, row)
        }
        var index = 0
        if let series {
            let name = self.name(series, rule.series ?? .color, row)
            index = indices[name] ?? seriesNames.count
            if index == seriesNames.count {
                seriesNames.append(name)
                indices[name] = index
            }
        }
        let isSmall = facts.state == .smallDenominator || (facts.n ?? .max) < (spec.smallDenominator ?? .min)
        let state = Self.state(facts.state, number)
        return Datum(
            key: key(position, row), rowName: rowName.map { name($0, rule.row ?? .y, row) } ?? "", series: index,
            value: state.isDrawn ? number : nil, state: state, isSmall: isSmall, facts: facts)
    }

    /// A value that should be there and is not is a missing one, never a zero.
    private static func state(_ state: MarkState, _ value: Double?) -> MarkState {
        guard let value else { return state.isDrawn ? .missing : state }
        return state == .ordinary && value == 0 ? .zero : state
    }

    private mutating func key(_ value: ChartValue, _ row: Int) -> CategoryKey {
        if case .year(let year) = value, spec.encoding[rule.category]?.kind == .temporal { return .year(year) }
        return .name(name(value, rule.category, row))
    }

    private mutating func name(_ value: ChartValue, _ channel: ChannelName, _ row: Int) -> String {
        switch value {
        case .string(let text): return text
        case .year(let year): return String(year)
        case .number(let number): return shortDecimal(number)
        case .null:
            report(channel, row)
            return ""
        }
    }

    private mutating func report(_ channel: ChannelName, _ row: Int) {
        let field = spec.encoding[channel]?.field ?? ""
        errors.append(.wrongValue(channel: channel.rawValue, field: field, row: row))
    }

    private mutating func column(_ name: ChannelName) -> [ChartValue] {
        guard let channel = spec.encoding[name] else {
            errors.append(.missingChannel(name.rawValue))
            return []
        }
        let allowed = rule.kinds(of: name)
        if !allowed.contains(channel.kind) {
            errors.append(.wrongKind(channel: name.rawValue, kind: channel.kind, allowed: allowed))
        }
        guard let column = table.column(channel.field) else {
            errors.append(.missingField(channel: name.rawValue, field: channel.field, fields: table.fields))
            return []
        }
        return column
    }
}
