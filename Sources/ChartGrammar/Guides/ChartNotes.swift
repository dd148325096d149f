/// What a picture says of itself in its notes, behind those of the spec.
extension ResolvedChart {
    var notes: [String] { [axisNote].compactMap { $0 } + layoutNotes }

    /// Of a line chart whose axis leaves 0 out, and of panels with scales of their own.
    private var axisNote: String? {
        if spec.mark.kind == .facet { return spec.encoding.y.scale.isShared ? nil : words.panelsDiffer }
        let scale = spec.encoding.y.scale
        guard spec.mark.kind == .line, scale.kind != .log, !scale.includesZero else { return nil }
        let lowest = scale.domain?.lowerBound ?? data.compactMap(\.value).min() ?? 0
        return lowest > 0 ? words.axisNotFromZero : nil
    }
}

extension ChartSpec {
    /// The channel of values, whose scale may be another than linear.
    var valueChannel: Channel? { mark.rule.flatMap { encoding[$0.value] } }

    /// How to read distances, and how many values of the table have no place on a logarithmic scale.
    func scaleNotes(_ table: ChartTable) -> [String] {
        let words = GuideWords(language: language)
        guard let channel = valueChannel else { return [] }
        switch channel.scale.kind {
        case .linear: return []
        case .symlog: return [words.symlogScale]
        case .log:
            let values = zip(table.column(channel.field) ?? [], table.facts)
            let unplaced = values.count { ($0.number ?? 1) <= 0 && $1.state.isDrawn }
            return [words.logScale] + (unplaced > 0 ? [words.unplaced(unplaced)] : [])
        }
    }
}
