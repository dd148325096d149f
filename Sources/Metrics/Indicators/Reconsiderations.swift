import Filings

extension Indicator {
    /// Reconsiderations in the year, pending ones included.
    package static let reconsiderations = Indicator(
        id: "reconsiderations",
        name: Words("行政复议量", "reconsiderations"),
        unit: .cases,
        direction: .neither,
        formula: .known("review.reconsideration.total"),
        nullRule: NullRules.count,
        caveats: [
            Words("未审结案件次年重复出现，不得跨年相加。", "Pending cases reappear next year: never add over years.")
        ],
        source: Sources.tableFour,
        examples: [.init(.disputes(["reconsideration.upheld": 4, "reconsideration.pending": 3]), 7, shows: "7")])
}
