import Filings

/// Why a filing has no number for a cell or a fact.
package enum NullReason: UInt8, CaseIterable, Sendable {
    /// The document lost the cell.
    case absent
    /// The cell is printed, and empty, and no identity determines it.
    case blank
    /// Several readings of the same characters remain.
    case ambiguous
    /// Something is printed that is no number.
    case illegible
    /// The form of that year has no such cell.
    case notAsked
    /// The prose does not state the fact.
    case notStated
    /// The prose states the fact more than once, with different numbers.
    case conflicting
    /// The number does not fit an exact column (more than 8 decimals, or more than 64 bits).
    case unrepresentable
    /// It does not stand in filings, and nobody supplied it (no register, no table of residents, no date).
    case notSupplied

    /// The reason behind a reading without a number; nil for readings that have one.
    package init?(_ state: ReadingState) {
        switch state {
        case .reported, .nilMark: return nil
        case .blank: self = .blank
        case .ambiguous: self = .ambiguous
        case .illegible: self = .illegible
        case .absent: self = .absent
        case .notAsked: self = .notAsked
        }
    }

    package var chinese: String {
        switch self {
        case .absent: "文件缺该单元格"
        case .blank: "该单元格为空"
        case .ambiguous: "该单元格有多种读法"
        case .illegible: "该单元格不是数字"
        case .notAsked: "当年表式不设该项"
        case .notStated: "正文未载明"
        case .conflicting: "正文所载数字不一致"
        case .unrepresentable: "数字超出可精确保存的范围"
        case .notSupplied: "未提供所需的外部数据"
        }
    }

    package var english: String {
        switch self {
        case .absent: "the document lost the cell"
        case .blank: "the cell is empty"
        case .ambiguous: "the cell has several readings"
        case .illegible: "the cell holds no number"
        case .notAsked: "the form of that year has no such cell"
        case .notStated: "the text does not state it"
        case .conflicting: "the text states different numbers"
        case .unrepresentable: "the number cannot be kept exactly"
        case .notSupplied: "data from outside the filings were not supplied"
        }
    }
}
