import FilingInterchange
import FilingTable
import Filings
import Metrics

/// One series back to the characters: formula, then for each year the filings and each cell with its place.
struct MetricTrace {
    private let series: MetricSeries
    private let data: MetricData
    private let language: Language

    init(_ series: MetricSeries, _ data: MetricData, _ language: Language) {
        self.series = series
        self.data = data
        self.language = language
    }

    /// One cell, fact or outside number of a filing.
    private struct Cell {
        var name: String
        var label: String
        var value: ExactDecimal?
        /// As read: reported, nil, blank, derived ...
        var state: String
        var text: String
        var place: Place?
        var equation: String?
    }

    private func filing(_ row: Int) -> Filing { data.filings[data.columns.inputPositions[row]] }

    private func cells(_ row: Int) -> [Cell] {
        var seen: Set<Formula> = []
        return series.indicator.formula.leaves.filter { seen.insert($0).inserted }.flatMap { leaf -> [Cell] in
            switch leaf {
            case .measure(let id): [cell(id, filing(row))]
            case .group(let group):
                group.members.filter { filing(row).readings.state(of: $0) != .notAsked }.map { cell($0, filing(row)) }
            case .fact(let kind): facts(kind, filing(row))
            case .supplement(let supplement):
                [
                    Cell(
                        name: supplement.rawValue, label: supplement.words[language],
                        value: data.columns[supplement].values.exact(at: row), state: "supplied", text: "")
                ]
            default: []
            }
        }
    }

    private func cell(_ id: MeasureID, _ filing: Filing) -> Cell {
        let measure = Measures[id]
        let reading = filing.readings[id]
        let figure = filing.figure(id)
        let isDerived = figure?.basis == .derived
        return Cell(
            name: measure.code,
            label: measure.label[language],
            value: figure?.value, state: isDerived ? "derived" : reading.state.rawValue, text: reading.text,
            place: reading.place, equation: isDerived ? filing.derived[id]?.equation : nil)
    }

    private func facts(_ kind: String, _ filing: Filing) -> [Cell] {
        filing.facts.filter { $0.kind == kind }.map {
            Cell(
                name: "fact " + kind, label: Words("正文", "prose")[language], value: $0.value, state: "stated",
                text: $0.text, place: $0.place)
        }
    }
}

extension MetricTrace {
    var text: String {
        let indicator = series.indicator
        let format = ValueFormat(language)
        var lines = ["\(indicator.name[language]) \(indicator.id) v\(indicator.version)", "  = \(indicator.formula)"]
        for point in series.points {
            let value = point.value
            let fraction = format.fraction(value).map { " = \($0)" } ?? ""
            let reason = value.reason.map { " " + $0.words[language] } ?? ""
            lines.append("")
            lines.append("\(point.year)  \(format.text(value, of: indicator))\(fraction) \(value.flags.codes)\(reason)")
            for row in value.rows { lines += self.lines(row) }
            for left in value.leftOut {
                let head = Words("  未计入", "  left out")[language]
                lines.append("\(head)  \(data.columns.source(at: left.row))  \(left.reason.words[language])")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(_ row: Int) -> [String] {
        let filing = filing(row)
        let head = "  \(filing.organ?.name ?? "")  \(filing.source)  sha256:\(filing.digest.prefix(12))"
        return [head]
            + cells(row).map { cell in
                let place =
                    cell.place.map { place in
                        (place.page.map { "p\($0):" } ?? "") + "\(place.line):\(place.column)"
                    } ?? "—"
                let quoted = cell.text.isEmpty ? "" : "  “\(cell.text)”"
                let equation = cell.equation.map { "  = \($0)" } ?? ""
                let value = cell.value.map(DecimalText.grouped) ?? "—"
                return "    \(place)  \(value)  \(cell.name)  \(cell.label)  [\(cell.state)]\(quoted)\(equation)"
            }
    }

    var json: JSONValue {
        let format = ValueFormat(language)
        let indicator = series.indicator
        return .members([
            ("schema", .string("tongjian.trace/1")), ("indicator", .string(indicator.id)),
            ("version", .integer(indicator.version)), ("formula", .string(indicator.formula.description)),
            (
                "points",
                .array(
                    series.points.map { point in
                        .members([
                            ("year", .integer(point.year)), ("text", .string(format.text(point.value, of: indicator))),
                            ("numerator", .optional(point.value.numerator)),
                            ("denominator", .optional(point.value.denominator)),
                            ("flags", .string(point.value.flags.codes)),
                            ("filings", .array(point.value.rows.map(filingJSON))),
                            ("leftOut", .array(point.value.leftOut.map(leftOutJSON))),
                        ])
                    })
            ),
        ])
    }

    private func leftOutJSON(_ left: Value.LeftOut) -> JSONValue {
        .members([
            ("source", .string(data.columns.source(at: left.row))), ("reason", .string(left.reason.words[language])),
        ])
    }

    private func filingJSON(_ row: Int) -> JSONValue {
        let filing = filing(row)
        return .members([
            ("source", .string(filing.source)), ("sha256", .string(filing.digest)),
            ("organ", .optional(filing.organ?.name)),
            (
                "cells",
                .array(
                    cells(row).map { cell in
                        .members([
                            ("cell", .string(cell.name)), ("value", .optional(cell.value)),
                            ("state", .string(cell.state)),
                            ("text", .string(cell.text)), ("line", .optional(cell.place?.line)),
                            ("column", .optional(cell.place?.column)), ("page", .optional(cell.place?.page)),
                            ("equation", .optional(cell.equation)),
                        ])
                    })
            ),
        ])
    }
}
