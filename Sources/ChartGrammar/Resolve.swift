/// Where a mark stands along the axis of categories.
enum CategoryKey: Hashable, Sendable {
    case year(Int)
    case name(String)

    var year: Int? {
        if case .year(let year) = self { year } else { nil }
    }
}

/// One row of the table, its channels read.
struct Datum: Sendable {
    var key: CategoryKey
    /// Of a cell: the row it stands in.
    var rowName = ""
    /// Index into the series.
    var series = 0
    /// Nil if there is none or it may not be drawn.
    var value: Double?
    var state: MarkState
    var isSmall: Bool
    var facts: RowFacts
}

struct ResolvedSeries: Sendable {
    var name: String
    var label: String
    var role: PaletteRole
}

/// Spec and table, put together and checked; nothing is measured yet.
struct ResolvedChart: Sendable {
    var spec: ChartSpec
    let measurer: any TextMeasurer
    var data: [Datum] = []
    /// Along the axis of categories, in drawing order; years without a gap from first to last.
    var categories: [CategoryKey] = []
    /// Of cells.
    var rowNames: [String] = []
    var series: [ResolvedSeries] = []
    /// What the mark says of its layout; known once the plot is.
    var layoutNotes: [String] = []

    /// The rows of each series, in order.
    var dataBySeries: [[Datum]] {
        var rows = Array(repeating: [Datum](), count: series.count)
        for datum in data { rows[datum.series].append(datum) }
        return rows
    }

    var theme: Theme { spec.theme }
    var words: GuideWords { GuideWords(language: spec.language) }
    var type: Typography { Typography(theme: spec.theme, scale: spec.size.textScale, isSlide: spec.size.isSlide) }
    var scale: Double { spec.size.textScale }
    /// 390 points or less: short years, legend above instead of labels beside.
    var isNarrow: Bool { spec.size.width <= 390 }

    /// Factor on strokes and dots: thinner on a phone, where 3 points are a thick line.
    var markScale: Double { isNarrow ? 0.8 : 1 }

    func width(_ text: String, _ style: TextStyle) -> Double { measurer.width(of: text, style) }
    func breaker(_ style: TextStyle) -> LineBreaker { LineBreaker(measurer: measurer, style: style) }

    /// What is printed for a value.
    func display(_ datum: Datum, _ channel: Channel) -> String {
        datum.facts.display ?? datum.value.map(channel.format.labelText) ?? "—"
    }

    func label(_ key: CategoryKey) -> String {
        switch key {
        case .year(let year): words.year(year, isShort: isNarrow)
        case .name(let name): name
        }
    }

    /// The last of the years; names have no latest.
    func isLatest(_ index: Int) -> Bool { index == categories.count - 1 && categories[index].year != nil }

    /// Whether the form changes somewhere between two neighbouring categories.
    func hasBreak(between left: CategoryKey, and right: CategoryKey) -> Bool {
        guard let left = left.year, let right = right.year else { return false }
        return spec.breaks.contains { $0.after >= left && $0.after < right }
    }
}
