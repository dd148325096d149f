import CairoDrawing
import ChartGrammar
import Charting
import Filings

/// A chart on the page and in the bundle: pictures in full, plots redrawn for wide and narrow screens.
struct FigureBlock {
    let painter: ChartPainter
    let language: Language

    /// The files of a chart: PNG and SVG with head and foot, and its data.
    func files(_ chart: DrawableChart, data: String) throws(PublishingError) -> [BundleFile] {
        let scene = try painter.scene(chart)
        return [
            BundleFile(path: "charts/\(chart.name).png", bytes: try painter.png(scene)),
            BundleFile(path: "charts/\(chart.name).svg", bytes: try painter.svg(scene)),
            BundleFile(path: "tables/\(chart.name).csv", text: data),
        ]
    }

    func context(_ chart: DrawableChart, number: Int) throws(PublishingError) -> [String: Any] {
        let figure = Words("图 \(number)", "Figure \(number)")[language]
        return [
            "isChart": true, "name": chart.name, "headline": Clauses.of(chart.spec.titles.headline),
            "subtitle": "\(figure)　\(chart.spec.titles.subtitle)",
            "source": source(chart.spec.titles),
            "wide": try plot(chart, .webWide, theme: .light, id: "f\(number)w"),
            "narrow": try plot(chart, .webNarrow, theme: .light, id: "f\(number)n"),
            "wideDark": try plot(chart, .webWide, theme: .dark, id: "f\(number)wd"),
            "narrowDark": try plot(chart, .webNarrow, theme: .dark, id: "f\(number)nd"),
            "alternative": chart.alternative, "header": chart.data[0],
            "rows": chart.data.dropFirst().map { ["cells": $0] as [String: Any] },
        ]
    }

    private func source(_ titles: ChartTitles) -> String {
        let notes = titles.notes.joined(separator: language == .zh ? "" : " ")
        let lead = notes.isEmpty ? "" : Words("注：\(notes)　", "Note: \(notes) ")[language]
        return lead + Words("来源：\(titles.source)", "Source: \(titles.source)")[language]
    }

    private func plot(_ chart: DrawableChart, _ size: ChartSize, theme: Theme, id: String) throws(PublishingError)
        -> String
    {
        var chart = chart
        chart.spec.size = chart.fitted(size)
        chart.spec.theme = theme
        return SVGTextRenderer(idPrefix: id).render(try painter.scene(chart))
    }
}
