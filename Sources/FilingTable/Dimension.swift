/// What filings are selected and grouped by. The raw value is the column's name in the table, in `--where` and `--by`.
package enum Dimension: String, CaseIterable, Sendable {
    /// The path of the filing.
    case source
    case organ
    /// The organ over its renamings; see `OrganConcepts`.
    case concept
    case function
    case level
    case coverage
    /// The division's GB/T 2260 code.
    case district
    case districtName
    /// The prefecture: its name for every filing inside it, its own name for its own; empty at province level.
    case city
    case province
    /// The area of prefecture rank to which a filing belongs; see `AreaNames`.
    case area
    case form
    case year

    package var chinese: String {
        switch self {
        case .source: "文件"
        case .organ: "机关"
        case .concept: "机关（含更名前后）"
        case .function: "职能"
        case .level: "层级"
        case .coverage: "覆盖范围"
        case .district: "行政区划"
        case .districtName: "区划名称"
        case .city: "设区市"
        case .province: "省份"
        case .area: "地区"
        case .form: "表式"
        case .year: "年度"
        }
    }

    package var english: String {
        switch self {
        case .districtName: "district name"
        case .concept: "organ across renamings"
        default: rawValue
        }
    }

    /// Every dimension but the year is a dictionary column; the year is a number.
    package var isNumber: Bool { self == .year }
}
