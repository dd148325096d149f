// definition -> transformed -> resolved -> scaled -> laid out -> Scene
//
//   ChartSpec + ChartTable   what the caller asks for
//   transform                Transforms/*.swift: rows sorted, merged, folded, stacked, binned, aggregated; said in notes
//   resolve                  Resolve.swift: fields looked up, series and categories in order, states decided
//   frame                    Guides/Frame.swift: head and foot set; the plot takes what is left
//   scale, lay out           Marks/*.swift: each mark fits its scales into the plot and places its labels
//   Scene                    plain values in drawing order

/// Draws a table. Throws all errors of the spec at once; a table without rows gives a picture that says so.
package func compile(
    _ spec: ChartSpec, _ table: ChartTable, measurer: any TextMeasurer
) throws(ChartErrors) -> Scene {
    let (spec, table) = try spec.transformed(table)
    guard let mark = AllMarks.mark(for: spec.mark) else {
        throw ChartErrors([.unsupported(mark: spec.mark.kind, spec.mark.orientation, spec.mark.stack)])
    }
    var chart = try ResolvedChart.resolve(spec, table, mark.rule, measurer: measurer)
    let frame = frame(&chart, mark)
    guard frame.plot.width >= 120, frame.plot.height >= 80 else {
        throw ChartErrors([.tooSmall(width: spec.size.width, height: spec.size.height)])
    }
    let marks = chart.data.isEmpty ? [frame.emptyNotice] : mark.layout(chart, in: frame.plot)
    let alternative = spec.alternative ?? frame.alternative
    return Scene(
        width: spec.size.width, height: spec.size.height, background: spec.theme.background,
        items: frame.items + [.group(name: "plot", marks)], title: alternative.title,
        description: alternative.description, language: spec.language == .zh ? "zh-CN" : "en")
}

/// The frame with all its notes. What a mark leaves out depends on the plot, and the plot on the lines of the notes: both
/// are settled when the notes stay the same.
private func frame(_ chart: inout ResolvedChart, _ mark: any Mark.Type) -> Frame {
    var frame = Frame(chart)
    for _ in 0..<4 where !chart.data.isEmpty {
        let notes = mark.notes(chart, in: frame.plot)
        if notes == chart.layoutNotes { break }
        chart.layoutNotes = notes
        frame = Frame(chart)
    }
    return frame
}
