import ChartGrammar
import Filings
import Metrics

extension ChartBuilder {
    /// The fields of every chart's table.
    enum Field {
        static let year = "year"
        static let group = "group"
        static let indicator = "indicator"
        static let value = "value"
    }

    /// Which field drives which channel, by what the mark asks for.
    func encoding(_ data: ChartData) -> Encoding {
        let value = valueChannel
        let year = Channel(Field.year, .temporal)
        let group = Channel(Field.group, .nominal)
        // Without groups the indicators are what is set side by side.
        let names = Channel(definition.by.isEmpty ? Field.indicator : Field.group, .nominal, sort: .descending)
        var classes = value
        classes.title = definition.indicators[0].name[scope.language].capitalizedFirst
        classes.scale.breaks = definition.classes
        classes.format.suffix = ""
        switch definition.mark.kind {
        case .cell: return Encoding(x: year, y: group, color: classes)
        case .tile: return Encoding(x: group, y: group, color: classes, detail: group)
        case .slope, .bump: return Encoding(x: year, y: value, color: names)
        case .facet: return Encoding(x: year, y: value, facet: names)
        case .change, .waterfall: return Encoding(x: value, y: names, color: year)
        case .funnel:
            return Encoding(x: Channel("n", .quantitative, title: denominatorName), y: value, detail: group)
        case .flow:
            var counts = value
            counts.title = Words("件", "Requests")[scope.language]
            return Encoding(
                x: Channel(FlowTable.stage, .nominal), y: counts, color: Channel(FlowTable.node, .nominal))
        case .table:
            return Encoding(x: year, y: group, color: Channel(Field.indicator, .nominal), text: value)
        case .point: return Encoding(x: value, y: group)
        case .bar where definition.mark.orientation == .horizontal:
            return Encoding(
                x: value, y: definition.by.isEmpty ? names : group,
                color: definition.mark.stack == .none ? nil : colorChannel)
        case .line, .area, .bar: return Encoding(x: isOverGroups ? group : year, y: value, color: colorChannel)
        }
    }

    /// The count that is the denominator, where there is an indicator of it.
    private var denominatorName: String? {
        guard let denominator = definition.indicators[0].denominator else { return nil }
        return AllIndicators.all.first { $0.formula == denominator }?.name[scope.language].capitalizedFirst
    }

    /// Columns are groups where the years are the colours, or where one year's groups are compared.
    private var isOverGroups: Bool {
        definition.color == .year || definition.years == .latest && !definition.by.isEmpty
    }

    private var colorChannel: Channel? {
        switch definition.color {
        case .none, .value: nil
        case .series: Channel(Field.group, .nominal)
        case .indicator: Channel(Field.indicator, .nominal)
        case .year: Channel(Field.year, .nominal)
        }
    }

    private var valueChannel: Channel {
        let isLevel = definition.comparison.id == Comparison.level.id
        let isPercent =
            definition.indicators[0].unit.isPercent && definition.comparison.id != Comparison.rank.id
            && definition.mark.kind != .flow
        let isShare = isPercent || !isLevel && definition.comparison.id != Comparison.rank.id
        let inSegment = definition.mark.stack == .normalize
        return Channel(
            Field.value, .quantitative, scale: ScaleSpec(isShared: definition.sharesScale),
            format: NumberFormat(
                decimals: isShare ? 1 : 0, suffix: inSegment || !isPercent ? "" : "%", tickSuffix: isPercent ? "%" : "")
        )
    }
}
