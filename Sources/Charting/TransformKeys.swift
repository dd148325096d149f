import ChartGrammar

/// The transforms of a definition with their keys, for the catalogue of charts.
package enum TransformKeys {
    package static let all: [(word: TransformSpec.Word, keys: String, meaning: String)] = [
        (
            .sort, "`sort`: list of {field, order}",
            "orders the rows, and with them names and series; without a value last"
        ),
        (
            .top, "`top`: 1…60, `field`, `by`, `op`",
            "the first names by their values, and one more for all the others together; the subject always stays"
        ),
        (
            .fold, "`fold`: fields, `labels`: list of {zh, en}, `as`: [key, value]",
            "a row for each of several fields, as numerator and denominator of a rate"
        ),
        (
            .stack, "`stack`: field, `groupby`, `sort`, `offset`: zero or normalize, `as`: [start, end]",
            "running totals, or running shares of 100 %"
        ),
        (
            .bin, "`bin`: true or {maxbins} or {step}, `field`, `as`",
            "the class of each value; no class between the first and the last is left out"
        ),
        (
            .aggregate, "`aggregate`: list of {op, field, as}, `groupby`",
            "a row for each group: " + AggregateKind.allCases.map(\.rawValue).joined(separator: ", ")
        ),
    ]
}

/// The scales that a channel of values may have.
package enum ScaleKeys {
    package static let all: [(kind: ScaleSpec.Kind, marks: String, meaning: String)] = [
        (.linear, "every mark", "equal distances are equal differences"),
        (.log, marks(.log), "equal distances are equal ratios; zero and below have no place, and the notes count them"),
        (.symlog, marks(.symlog), "the same on both sides of zero and even around it"),
    ]

    private static func marks(_ kind: ScaleSpec.Kind) -> String {
        let marks = MarkCatalogue.entries.map(\.spec).filter { $0.scales.contains(kind) }
        return marks.map(\.kind.rawValue).joined(separator: ", ")
    }
}
