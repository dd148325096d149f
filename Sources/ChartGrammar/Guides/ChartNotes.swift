/// What a picture says of itself in its notes, behind those of the spec.
extension ResolvedChart {
    var notes: [String] { [axisNote].compactMap { $0 } + scaleNotes + layoutNotes }

    /// The scale of the values.
    var valueScale: ScaleSpec { spec.mark.rule.flatMap { spec.encoding[$0.value] }?.scale ?? ScaleSpec() }

    /// Of a line chart whose axis leaves 0 out, and of panels with scales of their own.
    private var axisNote: String? {
        if spec.mark.kind == .facet { return spec.encoding.y.scale.isShared ? nil : words.panelsDiffer }
        let scale = spec.encoding.y.scale
        guard spec.mark.kind == .line, scale.kind != .log, !scale.includesZero else { return nil }
        let lowest = scale.domain?.lowerBound ?? data.compactMap(\.value).min() ?? 0
        return lowest > 0 ? words.axisNotFromZero : nil
    }

    /// How to read distances, and how many values have no place on a logarithmic scale.
    private var scaleNotes: [String] {
        switch valueScale.kind {
        case .linear: []
        case .log: [words.logScale] + (unplaced > 0 ? [words.unplaced(unplaced)] : [])
        case .symlog: [words.symlogScale]
        }
    }
}
