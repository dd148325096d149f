/// A step from one table to another before it is drawn, named as in Vega-Lite. Comparisons are no such steps: they know
/// of forms, years and denominators, and are resolved before a chart sees them.
protocol Transform: Hashable, Sendable {
    /// The fields that it reads.
    var reads: [String] { get }
    /// The fields of its table, from those of the table it is given.
    func fields(from fields: [String]) -> [String]
    /// The new table, and what the chart's notes must say of it: rows merged, left out, or without a value.
    /// Fields that are read are there.
    func apply(to table: ChartTable, _ words: GuideWords) -> (table: ChartTable, notes: [String])
}

/// The transforms that there are.
package enum TransformSpec: Hashable, Sendable {
    case sort(SortRows)
    case top(TopRows)
    case fold(FoldFields)
    case stack(StackRows)
    case bin(BinField)
    case aggregate(AggregateRows)

    /// The key that begins it in a definition.
    package enum Word: String, Hashable, Sendable, CaseIterable { case sort, top, fold, stack, bin, aggregate }

    package var word: Word {
        switch self {
        case .sort: .sort
        case .top: .top
        case .fold: .fold
        case .stack: .stack
        case .bin: .bin
        case .aggregate: .aggregate
        }
    }

    var step: any Transform {
        switch self {
        case .sort(let step): step
        case .top(let step): step
        case .fold(let step): step
        case .stack(let step): step
        case .bin(let step): step
        case .aggregate(let step): step
        }
    }

    package var reads: [String] { step.reads }
    package func fields(from fields: [String]) -> [String] { step.fields(from: fields) }
}

extension ChartSpec {
    /// The spec without transforms and the table they make; what they did to the rows is added to the notes. Throws
    /// every field that is read and not there.
    package func transformed(_ table: ChartTable) throws(ChartErrors) -> (spec: ChartSpec, table: ChartTable) {
        var (spec, table, errors) = (self, table, [ChartError]())
        let words = GuideWords(language: language)
        for (index, transform) in transforms.enumerated() {
            let missing = transform.reads.filter { !table.fields.contains($0) }
            errors += missing.map {
                .missingField(
                    channel: "transform[\(index + 1)].\(transform.word.rawValue)", field: $0, fields: table.fields)
            }
            // What comes after a wrong step cannot be judged.
            guard missing.isEmpty else { break }
            let result = transform.step.apply(to: table, words)
            table = result.table
            spec.titles.notes += result.notes
        }
        guard errors.isEmpty else { throw ChartErrors(errors) }
        spec.transforms = []
        // Said once, however often a spec comes here.
        spec.titles.notes += spec.scaleNotes(table).filter { !spec.titles.notes.contains($0) }
        return (spec, table)
    }
}
