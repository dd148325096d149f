import ChartGrammar
import FilingTable
import Metrics

/// The keys of a definition, with what they may hold, for the catalogue of charts.
package enum DefinitionKeys {
    package static let all: [(key: String, values: String, meaning: String)] = [
        ("title", "{zh, en}", "what is measured; the subtitle adds area, years and unit"),
        ("headline", words(ChartDefinition.HeadlineKind.self), "the finding, computed from the figures"),
        ("headline-indicator", "an indicator", "what the headline speaks of, if not the first indicator"),
        ("notes", "list of {zh, en}", "definitions; breaks, rows left out and invented places are added"),
        ("unit", "{zh, en}", "what the values are counted in, if a transform changes it"),
        ("transform", "list of steps", "what is done to the table first; see below"),
        (
            "encoding", "channels with field, type, title, sort, scale",
            "what the mark does not choose by itself; `scale` holds type, domain, zero"
        ),
        ("data.indicators", "list of indicators", "`tongjian list indicators`"),
        ("data.compare", "a comparison", "`tongjian list comparisons`; level if left out"),
        ("data.by", "list of " + words(Dimension.self), "groups; without them everything together"),
        ("data.where", "conditions as of `--where`", "which filings count"),
        ("data.years", words(ChartDefinition.Years.self), "which years are drawn"),
        ("data.scope", words(ChartDefinition.Scope.self), "the main area of the selection alone, or everything"),
        ("data.top", "1…60", "the first groups only; the notes count the rest"),
        ("data.order", words(ChartDefinition.Order.self), "order of the groups, by the latest year"),
        ("mark.type", words(MarkSpec.Kind.self), "see below"),
        ("mark.orientation", words(MarkSpec.Orientation.self), "of bars and points"),
        ("mark.stack", words(MarkSpec.Stack.self), "of bars: side by side, on each other, shares of 100 %"),
        ("mark.color", words(ChartDefinition.ColorField.self), "what parts the rows into series"),
        ("mark.palette", words(ChartDefinition.Palette.self), "colours; those of the outcomes are for outcomes alone"),
        ("mark.classes", "at most five ascending numbers", "lower bounds of the colour classes but the first"),
        ("mark.reference", words(ChartDefinition.Reference.self), "a line for the pooled value"),
        ("mark.denominators", "true, false", "the column of denominators of horizontal marks"),
        ("mark.shared", "true, false", "small multiples: one scale for all panels"),
        ("mark.size", words(ChartDefinition.Size.self), "1200 points wide, and 700, 640 or 760 high"),
    ]

    private static func words<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> String
    where Word.RawValue == String {
        type.allCases.map(\.rawValue).joined(separator: ", ")
    }
}
