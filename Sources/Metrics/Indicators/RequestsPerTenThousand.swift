import Filings

extension Indicator {
    /// New requests for every ten thousand residents of the area.
    package static let requestsPerTenThousand = Indicator(
        id: "requests-per-10k",
        name: Words("万人申请量", "requests per 10,000 residents"),
        unit: .casesPerTenThousand,
        direction: .neither,
        formula: .known("requests.received.total / population * 10000"),
        nullRule: NullRules.organs,
        caveats: [
            Words(
                "人口表须注明年份和来源（--population）；同一地区的人口只计一次，不随机关数重复。",
                "Needs a table of residents with year and source (--population); an area's residents count once, however many "
                    + "organs report.")
        ],
        source: Words("表三与统计部门公布的常住人口", "table three and residents as published by the statistical office"),
        examples: [
            .init(
                [
                    .requests(2024, "30", organ: "示例区教育局").with(population: 200_000),
                    .requests(2024, "20", organ: "示例区民政局").with(population: 200_000),
                ], numerator: "50", denominator: "200000", shows: "2.50"),
            .init([.requests(2024, "30")], shows: "—"),
        ])
}
