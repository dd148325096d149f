import FilingTable
import Filings

/// A computed number with everything it rests on: numerator and denominator, states, filings.
package struct Value: Hashable, Sendable {
    /// In the unit of the indicator or comparison (48.0 for 48 %); nil where nothing may be shown.
    package var number: Double?
    /// The same exactly, for counts, amounts and their changes.
    package var exact: ExactDecimal?
    /// The sums over the contributing filings; kept also where no rate is shown.
    package var numerator: ExactDecimal?
    package var denominator: ExactDecimal?
    package var flags: Flags = []
    /// Why there is no number, when `flags` has `.missing` or `.notApplicable`.
    package var reason: MissingReason?
    /// The filings it rests on; nil for none. Shared by all values over the same filings.
    var basis: Basis?
    package var detail: Detail = .none

    /// The rows of the table that contributed, ascending.
    package var rows: [Int] {
        get { basis?.rows ?? [] }
        set { basis = Basis(rows: newValue, leftOut: leftOut) }
    }

    /// The rows of the group that did not, with the reason.
    package var leftOut: [LeftOut] {
        get { basis?.leftOut ?? [] }
        set { basis = Basis(rows: rows, leftOut: newValue) }
    }

    /// The number of filings behind the number.
    package var filingCount: Int { rows.count }
    /// The denominator of a rate as a number of cases; nil for counts.
    package var n: Int? { denominator.flatMap { $0.isInteger ? Int($0.mantissa) : nil } }

    package struct LeftOut: Hashable, Sendable {
        package var row: Int
        package var reason: LeftOutReason
    }
}

extension Value {
    /// States that may combine; `state` picks the one that speaks first.
    package struct Flags: OptionSet, Hashable, Sendable {
        package let rawValue: UInt32
        package init(rawValue: UInt32) { self.rawValue = rawValue }

        /// 0 over 0.
        package static let noRequests = Flags(rawValue: 1 << 0)
        package static let missing = Flags(rawValue: 1 << 1)
        /// The form has no such cell.
        package static let notAsked = Flags(rawValue: 1 << 2)
        /// An identity that involves the cells fails: a count as printed, no rate.
        package static let doubtful = Flags(rawValue: 1 << 3)
        /// The form changed between the years compared; the earlier value is kept in the detail.
        package static let formBreak = Flags(rawValue: 1 << 4)
        /// The denominator is below the minimum for ranking.
        package static let smallDenominator = Flags(rawValue: 1 << 5)
        /// The denominator is below the minimum for showing a rate at all.
        package static let tooSmallToShow = Flags(rawValue: 1 << 6)
        /// Some 0 is a printed mark for nothing or an empty cell.
        package static let assumedZero = Flags(rawValue: 1 << 7)
        /// Some cell is determined by identities and printed nowhere.
        package static let derived = Flags(rawValue: 1 << 8)
        /// The value compared with is 0: an absolute change, no percentage.
        package static let baseZero = Flags(rawValue: 1 << 9)
        /// Some filings of the group contributed nothing.
        package static let incomplete = Flags(rawValue: 1 << 10)
        /// A whole area's filing was left out because filings inside it are summed.
        package static let wholeAreaLeftOut = Flags(rawValue: 1 << 11)
        /// A whole area's filing stands for all filings inside it.
        package static let wholeAreaUsed = Flags(rawValue: 1 << 12)
        /// A second filing of the same organ and year was left out.
        package static let duplicateLeftOut = Flags(rawValue: 1 << 13)
        /// The years compared rest on different organs.
        package static let panelChanged = Flags(rawValue: 1 << 14)
        /// The comparison has no meaning here (the share of a rate in a sum).
        package static let notApplicable = Flags(rawValue: 1 << 15)
        /// Disputes over several years count settled cases only.
        package static let settledOnly = Flags(rawValue: 1 << 16)
        /// Divisions that have ended were pooled with their successor.
        package static let boundariesPooled = Flags(rawValue: 1 << 17)
        /// Years inside the span compared have no number.
        package static let yearsMissing = Flags(rawValue: 1 << 18)
    }

    /// The state that decides how a value is drawn; the flags say the rest.
    package enum State: String, CaseIterable, Sendable {
        case missing, notAsked, notApplicable
        case formBreak = "break"
        case doubtful, noRequests, baseZero, tooSmallToShow
        case smallDenominator, assumedZero, derived, ordinary
    }

    package var state: State {
        let order: [(Flags, State)] = [
            (.missing, .missing), (.notAsked, .notAsked), (.notApplicable, .notApplicable), (.formBreak, .formBreak),
            (.doubtful, .doubtful), (.noRequests, .noRequests), (.baseZero, .baseZero),
            (.tooSmallToShow, .tooSmallToShow), (.smallDenominator, .smallDenominator), (.assumedZero, .assumedZero),
            (.derived, .derived),
        ]
        return order.first { flags.contains($0.0) }?.1 ?? .ordinary
    }

    package static func missing(_ reason: MissingReason) -> Value {
        var value = Value()
        value.flags = .missing
        value.reason = reason
        return value
    }

    /// The same filings without a number, because the comparison has no meaning for them.
    func without(_ reason: MissingReason, _ flag: Flags = .notApplicable) -> Value {
        var value = self
        value.number = nil
        value.exact = nil
        value.detail = .none
        value.flags.insert(flag)
        value.reason = reason
        return value
    }

    /// Whether it may stand beside others: a number that is neither doubtful nor over too few cases.
    package var isComparable: Bool {
        number != nil && flags.isDisjoint(with: [.smallDenominator, .tooSmallToShow, .doubtful, .missing])
    }

    /// The 95 % interval of a proportion by its cases, in per cent; nil for everything else.
    package func interval(of indicator: Indicator) -> ClosedRange<Double>? {
        guard indicator.isProportion, case .none = detail, number != nil, let top = numerator, let bottom = denominator
        else { return nil }
        return WilsonInterval.interval(top.double, of: bottom.double).map { 100 * $0.lowerBound...100 * $0.upperBound }
    }
}

/// Why there is no number at all.
package enum MissingReason: Hashable, Sendable {
    /// No filing of the group for that year.
    case noFiling
    case cell(NullReason)
    /// The year before has no number; the reason is that year's.
    indirect case previousYear(MissingReason)
    /// Fewer than two values to compare with.
    case noPeers
    /// Fewer values than the comparison needs.
    case tooFewValues(needed: Int)
    /// A year of the span has no number; the reason is that year's.
    indirect case year(Int, MissingReason)
    /// All values compared are equal, and there is no unit to measure a distance in.
    case noSpread
    /// Rates have no such comparison, or only rates have it.
    case onlyForSums, onlyForProportions
    /// Growth needs values above 0.
    case notPositive
    /// The year itself is the base.
    case isBase
    /// Adding years would count the same thing twice.
    case notSummable

    package var words: Words {
        switch self {
        case .noFiling: Words("缺报告", "no filing")
        case .cell(let reason): Words(reason.chinese, reason.english)
        case .previousYear(let reason): Words("上年" + reason.words.zh, "last year: " + reason.words.en)
        case .noPeers: Words("无可比对象", "nothing to compare with")
        case .tooFewValues(let needed): Words("可比数值不足 \(needed) 个", "fewer than \(needed) values")
        case .year(let year, let reason): Words("\(year) 年" + reason.words.zh, "\(year): " + reason.words.en)
        case .noSpread: Words("数值全部相同", "all values are equal")
        case .onlyForSums: Words("比率不适用", "not for rates")
        case .onlyForProportions: Words("只适用于比例", "for proportions only")
        case .notPositive: Words("起止数值须大于零", "both values must be above 0")
        case .isBase: Words("基期", "the base year")
        case .notSummable: Words("跨年相加会重复计算", "adding years would count twice")
        }
    }
}

/// Why a filing of the group did not contribute.
package enum LeftOutReason: Hashable, Sendable {
    case cell(NullReason)
    /// An identity fails, and a rate is pooled without it.
    case identityFails
    /// It covers an area in which other filings of the group lie.
    case wholeArea
    /// It lies in the area whose own filing is used.
    case insideWholeArea
    /// The same organ filed twice for the year; the first in the order of inputs stands.
    case duplicate

    package var words: Words {
        switch self {
        case .cell(let reason): Words(reason.chinese, reason.english)
        case .identityFails: Words("勾稽不符", "its arithmetic fails")
        case .wholeArea: Words("汇总报告，已计其所辖机关", "covers organs that are counted themselves")
        case .insideWholeArea: Words("已含于汇总报告", "contained in the whole area's filing")
        case .duplicate: Words("同一机关同年另有报告", "another filing of the same organ and year is used")
        }
    }
}
