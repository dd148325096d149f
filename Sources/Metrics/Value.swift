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
    /// Why there is no number, when `flags` has `.missing`.
    package var reason: MissingReason?
    /// The rows of the table that contributed, ascending.
    package var rows: [Int] = []
    /// The rows of the group that did not, with the reason.
    package var leftOut: [LeftOut] = []
    package var detail: Detail = .none

    /// The number of filings behind the number.
    package var filingCount: Int { rows.count }
    /// The denominator of a rate as a number of cases; nil for counts.
    package var n: Int? { denominator.flatMap { $0.isInteger ? Int($0.mantissa) : nil } }

    package struct LeftOut: Hashable, Sendable {
        package var row: Int
        package var reason: LeftOutReason
    }

    /// What a comparison adds to its number.
    package enum Detail: Hashable, Sendable {
        case none
        case change(Change)
        case rank(Rank)
        case share(Share)
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

    package var words: Words {
        switch self {
        case .noFiling: Words("缺报告", "no filing")
        case .cell(let reason): Words(reason.chinese, reason.english)
        case .previousYear(let reason): Words("上年" + reason.words.zh, "last year: " + reason.words.en)
        case .noPeers: Words("无可比对象", "nothing to compare with")
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
