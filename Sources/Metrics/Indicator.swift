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
    package var formula: Formula
    /// What a missing cell and an empty denominator do, for a person.
    package let nullRule: Words
    /// The forms in which it is asked with this meaning.
    package var forms: [FormID] = FormID.allCases
    package var caveats: [Words] = []
    /// The denominators below which a value is not shown, or not ranked; nil: as `MetricOptions` says.
    package var minimums = Minimums()
    /// Law article, paper, or practice.
    package let source: Words
    /// Small filings with the value they must give; run by the registry test.
    package let examples: [IndicatorExample]

    package var numerator: Formula { formula.fraction.numerator }
    package var denominator: Formula? { formula.fraction.denominator }
    package var isRatio: Bool { denominator != nil }
    /// Whether it is a sum over filings: it has shares and contributions.
    package var isSum: Bool { !isRatio && formula.shares == nil }
    /// Whether it is a share of cases, so that intervals and tests of proportions apply.
    package var isProportion: Bool { isRatio && unit.isPercent }
    /// Whether it is computed over the register and not over filings.
    package var isOverRegister: Bool { formula.supplements.contains { $0 == .expected || $0 == .filed } }

    /// Denominators below which values are held back.
    package struct Minimums: Hashable, Sendable {
        package var forShowing: Int?
        package var forRanking: Int?

        package init(forShowing: Int? = nil, forRanking: Int? = nil) {
            self.forShowing = forShowing
            self.forRanking = forRanking
        }
    }

    package enum Direction: String, CaseIterable, Sendable { case higher, lower, neither }
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
    static let index = Words(
        "任一所需单元格缺失或勾稽不符的报告不计入；合计为 0 时不计算。",
        "A filing that lacks a cell, or whose arithmetic fails, contributes nothing; with a total of 0 there is no value."
    )
    static let organs = Words(
        "未提供所需外部数据（登记册、发布日期、人口表）时不计算，并注明。",
        "Without the data from outside the filings (register, dates, residents) there is no value, and it is said.")
    static let fact = Words(
        "正文未载明、或多处所载数字不一致的报告不计入。",
        "A filing whose text does not state the number, or states different ones, contributes nothing.")
}
