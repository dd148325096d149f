import FilingTable
import Filings

/// Names series for people.
enum SeriesLabels {
    /// One key per series, from its rows. An organ whose name occurs in several districts gets the place with it.
    static func keys(for series: [[Int]], by dimensions: [Dimension], in filings: FilingColumns) -> [SeriesKey] {
        var keys = series.map { rows in
            SeriesKey(parts: dimensions.map { part($0, of: rows, in: filings) })
        }
        guard let position = dimensions.firstIndex(where: { $0 == .organ || $0 == .concept }) else { return keys }
        var times: [String: Int] = [:]
        for name in Set(
            zip(series, keys).map { OrganPlace(name: $1.parts[position].label.zh, code: code($0, filings)) })
        {
            times[name.name, default: 0] += 1
        }
        for (index, rows) in series.enumerated() {
            let part = keys[index].parts[position]
            guard times[part.label.zh, default: 0] > 1 else { continue }
            var parts = keys[index].parts
            let place = place(rows, filings)
            parts[position] = SeriesKey.Part(
                dimension: part.dimension, value: part.value,
                label: Words("\(part.label.zh)（\(place)）", "\(part.label.en) (\(place))"))
            keys[index] = SeriesKey(parts: parts)
        }
        return keys
    }

    private struct OrganPlace: Hashable {
        var name: String
        var code: String?
    }

    private static func code(_ rows: [Int], _ filings: FilingColumns) -> String? {
        rows.first.flatMap { filings.value(.district, at: $0) }
    }

    /// The city, else the province, else the code.
    private static func place(_ rows: [Int], _ filings: FilingColumns) -> String {
        guard let row = rows.first else { return "" }
        let names = [
            filings.value(.city, at: row), filings.value(.province, at: row), filings.value(.district, at: row),
        ]
        return names.compactMap(\.self).first { !$0.isEmpty } ?? "区划未定"
    }

    private static func part(_ dimension: Dimension, of rows: [Int], in filings: FilingColumns) -> SeriesKey.Part {
        // Rows ascend within a year and years ascend: the last row is of the latest year.
        let value = rows.last.flatMap { filings.value(dimension, at: $0) }
        let shown: Dimension = dimension == .district ? .districtName : dimension == .concept ? .organ : dimension
        let named = rows.last.flatMap { filings.value(shown, at: $0) } ?? value
        let label = named.map { words($0, dimension) } ?? Words("未定", "undetermined")
        return SeriesKey.Part(dimension: dimension, value: value, label: label)
    }

    /// A value of a dimension in words.
    static func words(_ value: String, _ dimension: Dimension) -> Words {
        if value.isEmpty { return Words("不适用", "not applicable") }
        switch dimension {
        case .level: return Words(AdministrativeLevel(rawValue: value)?.chinese ?? value, value)
        case .form: return Words(value + " 年表式", value + " form")
        case .coverage:
            switch Coverage(rawValue: value) {
            case .wholeArea: return Words("全域汇总", value)
            case .ownOffice: return Words("本级机关", value)
            case .oneOrgan: return Words("单一部门", value)
            case nil: return Words(value, value)
            }
        default: return Words(value, value)
        }
    }
}
