import Filings

extension Indicator {
    /// Lawsuits in the year, both tracks, pending ones included.
    package static let litigations = Indicator(
        id: "litigations",
        name: Words("行政诉讼量", "litigations"),
        unit: .cases,
        direction: .neither,
        formula: .known("review.litigationDirect.total + review.litigationAfterReview.total"),
        nullRule: NullRules.count,
        caveats: [
            Words("未审结案件次年重复出现，不得跨年相加。", "Pending cases reappear next year: never add over years.")
        ],
        source: Sources.tableFour,
        examples: [
            .init(.disputes(["litigationDirect.upheld": 4, "litigationAfterReview.pending": 3]), 7, shows: "7")
        ])
}
