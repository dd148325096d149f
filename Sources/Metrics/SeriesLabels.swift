import FilingTable
import Filings

/// Names series for people.
enum SeriesLabels {
    /// One key per series, from its rows. An organ whose name occurs in several districts gets the place with it.
    static func keys(for series: [[Int]], by dimensions: [Dimension], in filings: FilingColumns) -> [SeriesKey] {
        let parts = dimensions.map { Self.parts($0, of: series, in: filings) }
        var keys = series.indices.map { index in SeriesKey(parts: parts.map { $0[index] }) }
        guard let position = dimensions.firstIndex(where: { $0 == .organ || $0 == .concept }) else { return keys }
        let times = placesByName(series, filings)
        let organs = filings.strings(.organ).codes
        for (index, rows) in series.enumerated() {
            let part = keys[index].parts[position]
            guard let row = rows.last, times[Int(organs[row])] > 1 else { continue }
            var parts = keys[index].parts
            let place = place(rows, filings)
            parts[position] = SeriesKey.Part(
                dimension: part.dimension, value: part.value,
                label: Words("\(part.label.zh)（\(place)）", "\(part.label.en) (\(place))"))
            keys[index] = SeriesKey(parts: parts)
        }
        return keys
    }

    /// By code of an organ's name, in how many divisions a series has it last.
    private static func placesByName(_ series: [[Int]], _ filings: FilingColumns) -> [Int] {
        let (organs, districts) = (filings.strings(.organ), filings.strings(.district))
        let pairs = series.compactMap { rows in
            rows.last.map {
                UInt64(organs.codes[$0]) << 32 | (districts.validity[$0] ? UInt64(districts.codes[$0]) + 1 : 0)
            }
        }
        var times = [Int](repeating: 0, count: organs.dictionary.count)
        var last: UInt64?
        for pair in pairs.sorted() where pair != last {
            times[Int(pair >> 32)] += 1
            last = pair
        }
        return times
    }

    /// The city, else the province, else the code.
    private static func place(_ rows: [Int], _ filings: FilingColumns) -> String {
        guard let row = rows.first else { return "" }
        let names = [
            filings.value(.city, at: row), filings.value(.province, at: row), filings.value(.district, at: row),
        ]
        return names.compactMap(\.self).first { !$0.isEmpty } ?? "区划未定"
    }

    /// One dimension of all series. Rows ascend within a year and years ascend: the last row is of the latest year.
    private static func parts(_ dimension: Dimension, of series: [[Int]], in filings: FilingColumns) -> [SeriesKey.Part]
    {
        let shown: Dimension = dimension == .district ? .districtName : dimension == .concept ? .organ : dimension
        let (values, names) = (filings.strings(dimension), filings.strings(shown))
        return series.map { rows in
            let value = rows.last.flatMap { values[$0] }
            let label = (rows.last.flatMap { names[$0] } ?? value).map { words($0, dimension) }
            return SeriesKey.Part(dimension: dimension, value: value, label: label ?? Words("未定", "undetermined"))
        }
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
