/// Every way to draw, in a line each, for the catalogue of charts.
package enum MarkCatalogue {
    package static let entries: [(spec: MarkSpec, meaning: String)] = [
        (.line, "values over years; a gap or a change of the form is never joined"),
        (MarkSpec(.area), "the same with the ground under the line down to zero"),
        (.groupedBar, "bars side by side in each year or name"),
        (.stackedBar, "counts on each other"),
        (.normalizedBar, "shares of 100 % on each other"),
        (.rankedBar, "a bar for each name, the value at the right"),
        (.rankedShare, "shares of 100 % from left to right, a row for each name"),
        (.rankedPoint, "a dot with its interval for each name; small denominators set apart"),
        (.cell, "a heatmap of names by years, coloured by class, every state without a value drawn as itself"),
        (MarkSpec(.tile), "a tile of one size for each district, coloured by class"),
        (MarkSpec(.slope), "two years side by side, a line for each name, the difference beside it"),
        (MarkSpec(.bump), "places over years, first on top"),
        (MarkSpec(.facet), "small multiples: a panel with one line for each name, at most twelve"),
        (MarkSpec(.change), "bars on both sides of zero for the change from the first year to the last"),
        (MarkSpec(.waterfall), "the same as steps that add up to the change of the total; small ones in one"),
        (MarkSpec(.funnel), "rates against denominators with 95 % and 99.8 % limits; only what lies outside is named"),
        (MarkSpec(.flow), "what came in and what became of it; drawn only where both sides add up"),
        (MarkSpec(.table), "a table with bars, changes and small lines"),
    ]
}
