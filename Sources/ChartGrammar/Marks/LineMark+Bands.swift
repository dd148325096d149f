/// More grey lines than an eye can follow, as what they have in common: at each place the middle half and the middle four
/// fifths of their values as bands, and the median as a line. The notes say so.
struct LineBands {
    /// Lines of one colour are told apart up to here.
    static let mostLines = 300
    /// From the lower edge of the outer band to the upper one.
    private static let shares = [0.1, 0.25, 0.5, 0.75, 0.9]

    private let layout: LineLayout
    private var chart: ResolvedChart { layout.chart }

    init(_ layout: LineLayout) { self.layout = layout }

    static func isUsed(_ chart: ResolvedChart) -> Bool { chart.series.count { $0.role == .context } > mostLines }

    /// The value at each of the shares, for every place that has one.
    private struct Spread {
        var index: Int
        var values: [Double]
    }

    private var spreads: [Spread] {
        var values = Array(repeating: [Double](), count: chart.categories.count)
        for series in chart.series.indices where layout.rank(series) == 0 {
            for point in layout.lines[series] { values[point.index].append(point.datum.value ?? 0) }
        }
        return values.indices.filter { !values[$0].isEmpty }.map { index in
            let sorted = values[index].sorted()
            return Spread(index: index, values: Self.shares.map { Self.quantile(sorted, $0) })
        }
    }

    /// Between the two nearest values (Hyndman and Fan 1996, type 7).
    private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        let place = share * Double(sorted.count - 1)
        let (low, high) = (Int(place), min(Int(place) + 1, sorted.count - 1))
        return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }

    /// Neighbouring places without a break of the form between them.
    private var runs: [[Spread]] {
        var runs: [[Spread]] = []
        for spread in spreads {
            if let last = runs.last?.last, spread.index == last.index + 1,
                !chart.hasBreak(between: chart.categories[last.index], and: chart.categories[spread.index])
            {
                runs[runs.count - 1].append(spread)
            } else {
                runs.append([spread])
            }
        }
        return runs
    }

    func items() -> [SceneItem] {
        let runs = runs
        let color = chart.theme.color(.context)
        func edge(_ run: [Spread], _ share: Int) -> [ScenePoint] {
            // A single place is shown as wide as a dot.
            let width = run.count == 1 ? 6.0 : 0
            return run.flatMap { spread in
                let (x, y) = (layout.x(spread.index), layout.scale(spread.values[share]))
                return width == 0 ? [ScenePoint(x, y)] : [ScenePoint(x - width, y), ScenePoint(x + width, y)]
            }
        }
        let bands = [(0, 4, 0.22), (1, 3, 0.5)].flatMap { low, high, strength in
            runs.map { run -> SceneItem in
                let ground = color.mixed(strength, with: chart.theme.background)
                let outline = edge(run, high) + edge(run, low).reversed()
                return .path(ScenePath(outline, isClosed: true, fill: .solid(ground)))
            }
        }
        let stroke = SceneStroke(chart.theme.textSecondary, 2.2 * chart.markScale, cap: .round)
        return bands + runs.map { .path(ScenePath(edge($0, 2), stroke: stroke)) }
    }

    static func label(_ chart: ResolvedChart, median: Double) -> String {
        chart.words.median + " " + chart.spec.encoding.y.format.labelText(median)
    }

    /// The median of the last place, named where it ends.
    func label(_ placer: inout LabelPlacer) -> [SceneItem] {
        guard !chart.isNarrow, let last = spreads.last else { return [] }
        let style = chart.type.segment.with(nil, chart.theme.textSecondary)
        let text = Self.label(chart, median: last.values[2])
        let y = layout.scale(last.values[2]) + EmBox.middle * style.size
        let labels = [0, style.size * 1.3, -style.size * 1.3].map { shift in
            SceneText(text, x: layout.x(last.index) + 18, baseline: y + shift, style: style)
                .haloed(chart.theme.background)
        }
        return [placer.place(labels)].compactMap { $0 }
    }
}
