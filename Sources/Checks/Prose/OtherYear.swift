import Filings

/// Words by which the prose speaks of the year before.
enum OtherYear {
    /// `2023年`, `上年` ... for a filing of 2024.
    static func names(before year: Int) -> [String] { ["\(year - 1)年", "上年", "上一年", "去年"] }

    /// Whether a clause speaks of the year before and not of this one; what was carried over from it is this year's.
    static func isNamed(in clause: String, besides year: Int?) -> Bool {
        guard let year, !clause.holds("结转"), !clause.holds("\(year)年") else { return false }
        return names(before: year).contains(where: clause.holds)
    }
}
