import ChartGrammar
import Filings
import Metrics

/// The fields of every chart's table.
enum Field {
    static let year = "year"
    static let group = "group"
    static let indicator = "indicator"
    static let value = "value"
    static let numerator = "numerator"
    static let denominator = "denominator"
}

extension ChartDefinition {
    /// Which field drives which channel: what the mark asks for, and what `encoding` says otherwise.
    func encoding(_ language: Language) -> Encoding {
        var encoding = usualEncoding(language)
        for (name, channel) in channels.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            encoding[name: name] = channel.applied(to: encoding[name: name], fields: fields, language)
        }
        return encoding
    }

    private func usualEncoding(_ language: Language) -> Encoding {
        let value = valueChannel
        let year = Channel(Field.year, .temporal)
        let group = Channel(Field.group, .nominal)
        // Without groups the indicators are what is set side by side.
        let names = Channel(by.isEmpty ? Field.indicator : Field.group, .nominal, sort: .descending)
        var cells = value
        cells.title = indicators.first?.name[language].capitalizedFirst
        cells.scale.breaks = classes
        cells.format.suffix = ""
        switch mark.kind {
        case .cell: return Encoding(x: year, y: group, color: cells)
        case .tile: return Encoding(x: group, y: group, color: cells, detail: group)
        case .slope, .bump: return Encoding(x: year, y: value, color: names)
        case .facet: return Encoding(x: year, y: value, facet: names)
        case .change, .waterfall: return Encoding(x: value, y: names, color: year)
        case .funnel:
            return Encoding(
                x: Channel("n", .quantitative, title: denominatorName(language)), y: value, detail: group)
        case .flow:
            var counts = value
            counts.title = Words("件", "Requests")[language]
            return Encoding(
                x: Channel(FlowTable.stage, .nominal), y: counts, color: Channel(FlowTable.node, .nominal))
        case .table:
            return Encoding(x: year, y: group, color: Channel(Field.indicator, .nominal), text: value)
        case .point: return Encoding(x: value, y: group)
        case .bar where mark.orientation == .horizontal:
            return Encoding(x: value, y: by.isEmpty ? names : group, color: mark.stack == .none ? nil : colorChannel)
        case .line, .area, .bar: return Encoding(x: isOverGroups ? group : year, y: value, color: colorChannel)
        }
    }

    /// The count that is the denominator, where there is an indicator of it.
    private func denominatorName(_ language: Language) -> String? {
        guard let denominator = indicators.first?.denominator else { return nil }
        return AllIndicators.all.first { $0.formula == denominator }?.name[language].capitalizedFirst
    }

    /// Columns are groups where the years are the colours, or where one year's groups are compared.
    private var isOverGroups: Bool { color == .year || years == .latest && !by.isEmpty }

    private var colorChannel: Channel? {
        switch color {
        case .none, .value: nil
        case .series: Channel(Field.group, .nominal)
        case .indicator: Channel(Field.indicator, .nominal)
        case .year: Channel(Field.year, .nominal)
        }
    }

    private var valueChannel: Channel {
        Channel(Field.value, .quantitative, scale: ScaleSpec(isShared: sharesScale), format: valueFormat)
    }

    /// How a figure of the indicators is printed, before any transform.
    var valueFormat: NumberFormat {
        let isLevel = comparison.id == Comparison.level.id
        let isRank = comparison.id == Comparison.rank.id
        let isPercent = indicators.first?.unit.isPercent == true && !isRank && mark.kind != .flow
        let isShare = isPercent || !isLevel && !isRank
        let inSegment = mark.stack == .normalize
        return NumberFormat(
            decimals: isShare ? 1 : 0, suffix: inSegment || !isPercent ? "" : "%", tickSuffix: isPercent ? "%" : "")
    }
}

/// What `encoding` says of a channel beyond what the mark asks for.
package struct ChannelDefinition: Hashable, Sendable {
    package var field: String?
    package var kind: Channel.Kind?
    package var title: Words?
    package var scale: ScaleSpec.Kind?
    package var domain: ClosedRange<Double>?
    package var includesZero: Bool?
    package var sort: Channel.Sort?

    /// The channel of the mark with this laid over it; of a field of its own the kind and the format are the field's.
    func applied(to usual: Channel?, fields: TableFields, _ language: Language) -> Channel {
        var channel = usual ?? Channel(field ?? Field.value, .nominal)
        if let field, field != usual?.field, let known = fields[field] {
            channel.field = field
            channel.kind = known.kind
            channel.format = known.format
        }
        if let kind { channel.kind = kind }
        if let title { channel.title = title[language] }
        if let scale { channel.scale.kind = scale }
        if let domain { channel.scale.domain = domain }
        if let includesZero { channel.scale.includesZero = includesZero }
        if let sort { channel.sort = sort }
        return channel
    }
}
