// definition -> resolved -> scaled -> laid out -> Scene
//
//   ChartSpec + ChartTable   what the caller asks for
//   resolve                  Resolve.swift: fields looked up, series and categories in order, states decided
//   frame                    Guides/Frame.swift: head and foot set; the plot takes what is left
//   scale, lay out           Marks/*.swift: each mark fits its scales into the plot and places its labels
//   Scene                    plain values in drawing order

/// Draws a table. Throws all errors of the spec at once; a table without rows gives a picture that says so.
package func compile(
    _ spec: ChartSpec, _ table: ChartTable, measurer: any TextMeasurer
) throws(ChartErrors) -> Scene {
    guard let mark = AllMarks.mark(for: spec.mark) else {
        throw ChartErrors([.unsupported(mark: spec.mark.kind, spec.mark.orientation, spec.mark.stack)])
    }
    let chart = try ResolvedChart.resolve(spec, table, mark.rule, measurer: measurer)
    let frame = Frame(chart)
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
