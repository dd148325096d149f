import Filings

/// A formula over measures and facts, with everything needed to compute, show and defend it.
package struct Indicator: Sendable {
    /// Stable, e.g. `disclosure-rate`.
    package let id: String
    /// Raised when the meaning changes.
    package var version = 1
    package let name: Words
    package let unit: Unit
    package let direction: Direction
    /// Printed and evaluated; a division at the top makes it a rate.
    package let formula: Formula
    /// What a missing cell and an empty denominator do, for a person.
    package let nullRule: Words
    /// What 0 over 0 is called.
    package var emptyWords = Words("无申请", "no requests")
    /// The forms in which it is asked with this meaning.
    package var forms: [FormID] = FormID.allCases
    package var caveats: [Words] = []
    /// Law article, paper, or practice.
    package let source: Words
    /// Small filings with the value they must give; run by the registry test.
    package let examples: [IndicatorExample]

    package var numerator: Formula { formula.fraction.numerator }
    package var denominator: Formula? { formula.fraction.denominator }
    package var isRatio: Bool { denominator != nil }

    package enum Direction: String, CaseIterable, Sendable { case higher, lower, neither }
}

/// The unit of an indicator's values.
package enum Unit: String, CaseIterable, Sendable {
    case cases = "件"
    case items = "条"
    case people = "人"
    case sessions = "次"
    case percent = "%"
    case tenThousandYuan = "万元"

    package var english: String {
        switch self {
        case .cases: "cases"
        case .items: "items"
        case .people: "people"
        case .sessions: "sessions"
        case .percent: "%"
        case .tenThousandYuan: "CNY 10,000"
        }
    }

    package var words: Words { Words(rawValue, english) }
    /// Whether values are shares of 100, whose changes are percentage points.
    package var isPercent: Bool { self == .percent }
}

/// The usual wording of null rules.
enum NullRules {
    static let count = Words(
        "所需单元格缺失的报告不计入，并注明缺失原因；印作“/”“—”“无”的按 0 计。",
        "A filing without the cell contributes nothing and is listed with the reason; a printed mark for nothing is 0.")
    static let rate = Words(
        "分子、分母任一单元格缺失或勾稽不符的报告不计入；分母为 0 时不计算比率。",
        "A filing that lacks a cell of numerator or denominator, or whose arithmetic fails, contributes nothing; with a "
            + "denominator of 0 there is no rate.")
    static let fact = Words(
        "正文未载明、或多处所载数字不一致的报告不计入。",
        "A filing whose text does not state the number, or states different ones, contributes nothing.")
}
