import Filings
import Ingest

/// How to read somebody else's table: which column holds what, and how it writes nothing.
package struct TableMapping: Sendable {
    /// Where a value stands.
    package enum Column: Hashable, Sendable {
        /// Under this header; spaces and line ends in headers do not count.
        case header(String)
        /// In the column of this letter, counted from 0.
        case letter(Int)
        /// In no column: the same for every row.
        case fixed(String)
    }

    /// A measure as the table calls it, and by what to multiply to come to the measure's unit.
    package struct MeasureColumn: Sendable {
        package var measure: MeasureID
        package var column: Column
        package var factor: ExactDecimal?
    }

    package enum Layout: Sendable {
        /// A row for each organ and year, a column for each measure.
        case wide([MeasureColumn])
        /// A row for each figure; `names` are the table's words for measures, beside the codes.
        case long(measure: Column, value: Column, names: [MeasureColumn])
    }

    /// Files to which the mapping applies, by the end of their path; empty: those that have one of its headers.
    package var files: [String] = []
    package var sheet: String?
    /// The 1-based row of the headers.
    package var headerRow = 1
    package var organ = Column.fixed("")
    package var year = Column.fixed("")
    package var district: Column?
    package var form: Column?
    package var publicationDate: Column?
    package var layout = Layout.wide([])
    /// Marks for nothing: 0, as printed in the statutory tables.
    package var nilMarks: Set<String> = ["/", "／", "—", "——", "–", "-", "－", "无"]
    /// Marks for an empty cell, beside emptiness.
    package var blankMarks: Set<String> = []
    /// Rows of these organs are sums and no filings.
    package var skipped: Set<String> = ["合计", "总计", "小计"]
    /// The file that holds the mapping.
    package var source = SettingsSource(path: "", digest: "")

    /// Every column of the mapping.
    var columns: [Column] {
        var columns = [organ, year] + [district, form, publicationDate].compactMap { $0 }
        switch layout {
        case .wide(let measures): columns += measures.map(\.column)
        case .long(let measure, let value, _): columns += [measure, value]
        }
        return columns
    }

    /// Whether the mapping is meant for a file: it is named, or one of the headers stands where the headers do.
    package func fits(source: String, head: Sheet?) -> Bool {
        guard files.isEmpty else { return files.contains { source == $0 || source.hasSuffix("/" + $0) } }
        let row = head?.rows.first { $0.line == headerRow }
        let present = Set(row?.cells.map { TableBinding.key($0.text) } ?? [])
        return headers.contains { present.contains(TableBinding.key($0)) }
    }

    var headers: [String] {
        columns.compactMap { if case .header(let text) = $0 { text } else { nil } }
    }
}
