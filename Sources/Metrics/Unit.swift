import Filings

/// The unit of an indicator's values. The raw value is the sign printed in Chinese and in data.
package struct Unit: RawRepresentable, Hashable, Sendable {
    package let rawValue: String
    package let english: String

    package init(_ rawValue: String, _ english: String) {
        self.rawValue = rawValue
        self.english = english
    }

    /// A unit from its sign: one of `all`, or two of them with `/` between.
    package init?(rawValue: String) {
        if let known = Self.all.first(where: { $0.rawValue == rawValue }) {
            self = known
            return
        }
        let parts = rawValue.split(separator: "/", omittingEmptySubsequences: false)
            .map { part in Self.all.first { $0.rawValue == part && !$0.isPercent } }
        guard parts.count == 2, let top = parts[0], let bottom = parts[1] else { return nil }
        self.init(rawValue, top.english + " per " + bottom.english)
    }

    package static let cases = Unit("件", "cases")
    package static let entries = Unit("项", "entries")
    package static let items = Unit("条", "items")
    package static let people = Unit("人", "people")
    package static let sessions = Unit("次", "sessions")
    package static let filings = Unit("份", "filings")
    package static let percent = Unit("%", "%")
    package static let yuan = Unit("元", "CNY")
    package static let tenThousandYuan = Unit("万元", "CNY 10,000")
    package static let casesPerTenThousand = Unit("件/万人", "cases per 10,000 residents")
    package static let index = Unit("index", "index")
    package static let bits = Unit("bits", "bits")
    package static let all: [Unit] = [
        .cases, .entries, .items, .people, .sessions, .filings, .percent, .yuan, .tenThousandYuan,
        .casesPerTenThousand, .index, .bits,
    ]

    package var words: Words { Words(self == .index ? "指数" : self == .bits ? "比特" : rawValue, english) }
    /// Whether values are shares of 100, whose changes are percentage points.
    package var isPercent: Bool { self == .percent }
    /// Decimals of a value that is no exact sum.
    package var decimals: Int { isPercent ? 1 : self == .index ? 3 : 2 }
}
