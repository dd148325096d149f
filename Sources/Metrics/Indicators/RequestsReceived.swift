import Filings

extension Indicator {
    /// Requests newly received in the year, without those carried over.
    package static let requestsReceived = Indicator(
        id: "requests-received",
        name: Words("新收申请量", "requests received"),
        unit: .cases,
        direction: .neither,
        formula: .known("requests.received.total"),
        nullRule: NullRules.count,
        caveats: [
            Words(
                "件数取决于各机关的拆分做法；2020 年信息处理费办法允许按最小单位拆分计件。",
                "Counts depend on how an office splits requests; the fee rule of 2020 allows splitting.")
        ],
        source: Sources.tableThree,
        examples: [
            IndicatorExample(
                [.requests(2024, "3153")], numerator: "3153", shows: "3,153"),
            IndicatorExample([ExampleFiling(2024)], numerator: "0", shows: "0"),
        ])
}
