extension LineLayout {
    func color(_ series: Int) -> SceneColor { chart.theme.color(chart.series[series].role) }

    /// Strokes, then dots, of one series.
    func line(_ series: Int) -> [SceneItem] {
        let width = (chart.series[series].role == .subject ? 3 : 2.2) * chart.markScale
        let runs = runs(lines[series])
        var items: [SceneItem] = runs.compactMap { area($0, series) }
        for run in runs {
            for piece in Self.pieces(run) where piece.points.count > 1 {
                let stroke = SceneStroke(color(series), width, dash: piece.isDerived ? [7, 5] : [], cap: .round)
                let points = drawn(piece.points)
                items.append(.path(ScenePath(points, stroke: stroke)))
            }
        }
        let latest = lines[series].last?.index == chart.categories.count - 1 ? lines[series].last?.index : nil
        for run in runs {
            for point in run where showsDot(point, series, isAlone: run.count == 1) {
                items.append(dot(point, series, isLatest: point.index == latest))
            }
        }
        return items
    }

    private func drawn(_ points: [LinePoint]) -> [ScenePoint] {
        let all = points.map { ScenePoint($0.x, $0.y) }
        return chart.categories.count > LineThinning.mostPoints(in: plot.width) ? LineThinning.points(all) : all
    }

    /// Of an area chart: the ground under a run, down to zero.
    private func area(_ run: [LinePoint], _ series: Int) -> SceneItem? {
        guard chart.spec.mark.kind == .area, run.count > 1, rank(series) > 0 || chart.series.count == 1 else {
            return nil
        }
        let zero = scale(max(scale.domain.lowerBound, min(0, scale.domain.upperBound)))
        let edge = drawn(run)
        let foot = [ScenePoint(edge[edge.count - 1].x, zero), ScenePoint(edge[0].x, zero)]
        let ground = color(series).mixed(0.16, with: chart.theme.background)
        return .path(ScenePath(edge + foot, isClosed: true, fill: .solid(ground)))
    }

    /// Points that may be joined: neighbours on the axis, with no break of the form between them.
    func runs(_ points: [LinePoint]) -> [[LinePoint]] {
        var runs: [[LinePoint]] = []
        for point in points {
            if let last = runs.last?.last, point.index == last.index + 1,
                !chart.hasBreak(between: chart.categories[last.index], and: chart.categories[point.index])
            {
                runs[runs.count - 1].append(point)
            } else {
                runs.append([point])
            }
        }
        return runs
    }

    /// A run in pieces of one stroke: dashed where an end is derived.
    private static func pieces(_ run: [LinePoint]) -> [(points: [LinePoint], isDerived: Bool)] {
        var pieces: [(points: [LinePoint], isDerived: Bool)] = []
        for (left, right) in zip(run, run.dropFirst()) {
            let isDerived = left.datum.state == .derived || right.datum.state == .derived
            if pieces.last?.isDerived == isDerived {
                pieces[pieces.count - 1].points.append(right)
            } else {
                pieces.append(([left, right], isDerived))
            }
        }
        return pieces
    }

    /// A point without a neighbour is only visible as a dot, and so is every point of a special state.
    private func showsDot(_ point: LinePoint, _ series: Int, isAlone: Bool) -> Bool {
        if isAlone || point.datum.isSmall { return true }
        if [.derived, .assumedZero, .revised].contains(point.datum.state) { return true }
        if rank(series) == 0 { return chart.series.count <= 8 && chart.categories.count <= 12 }
        return chart.categories.count <= 24 || point.index == chart.categories.count - 1
    }

    private func dot(_ point: LinePoint, _ series: Int, isLatest: Bool) -> SceneItem {
        let color = color(series)
        let (x, y) = (point.x, point.y)
        let ground = SceneFill.solid(chart.theme.background)
        let hollow = SceneStroke(color, 2.4)
        let rim = SceneStroke(chart.theme.background, 1.5)
        switch point.datum.state {
        case .derived:
            return .path(diamond(x, y, 9, fill: ground, stroke: hollow))
        case .assumedZero:
            return .rect(SceneRect(x: x - 6.5, y: y - 6.5, width: 13, height: 13, fill: ground, stroke: hollow))
        case .revised:
            let points = [ScenePoint(x, y - 9), ScenePoint(x + 8, y + 6), ScenePoint(x - 8, y + 6)]
            return .path(
                ScenePath(points, isClosed: true, fill: .solid(color), stroke: SceneStroke(chart.theme.background, 1.2))
            )
        default:
            if point.datum.isSmall { return .circle(SceneCircle(x, y, radius: 6, fill: ground, stroke: hollow)) }
            let radius = isLatest && rank(series) > 0 ? 7 : rank(series) > 0 ? 5.5 : 4
            return .circle(SceneCircle(x, y, radius: radius * chart.markScale, fill: .solid(color), stroke: rim))
        }
    }

    private func diamond(_ x: Double, _ y: Double, _ r: Double, fill: SceneFill, stroke: SceneStroke) -> ScenePath {
        let points = [ScenePoint(x, y - r), ScenePoint(x + r, y), ScenePoint(x, y + r), ScenePoint(x - r, y)]
        return ScenePath(points, isClosed: true, fill: fill, stroke: stroke)
    }
}
