import Filings

extension Indicator {
    /// Filings published in time, of those whose date is known.
    package static let onTimeRate = Indicator(
        id: "on-time-rate",
        name: Words("按时发布率", "share of filings published on time"),
        unit: .percent,
        direction: .higher,
        formula: .known("filings.onTime / filings.dated"),
        nullRule: NullRules.organs,
        caveats: [
            Words(
                "发布日期不明的报告既不在分子也不在分母。",
                "A filing without a known date is neither in the numerator nor in the denominator.")
        ],
        source: Words(
            "条例第四十九条（部门 1 月 31 日前，政府 3 月 31 日前）",
            "Regulation art. 49 (departments by 31 January, governments by 31 March)"),
        examples: [
            .init(
                (1...6).map { ExampleFiling(2024, organ: "示例区第\($0)局").with(timeliness: $0 < 6 ? .onTime : .late) }
                    + [ExampleFiling(2024, organ: "示例区审计局").with(timeliness: .undated)],
                numerator: "5", denominator: "6", shows: "83.3%"),
            .init([ExampleFiling(2024)], shows: "—"),
        ])

    /// Expected filings that exist.
    package static let filingRate = Indicator(
        id: "filing-rate",
        name: Words("报告率", "share of expected filings that exist"),
        unit: .percent,
        direction: .higher,
        formula: .known("filings.filed / filings.expected"),
        nullRule: NullRules.organs,
        caveats: [
            Words("无申请的报告也是报告；登记册以外的机关不计。", "A nil filing is a filing; organs outside the register do not count.")
        ],
        source: Words(
            "条例第四十九条；印度 CIC、澳大利亚 OAIC 的报告率",
            "Regulation art. 49; coverage as CIC of India and OAIC of Australia publish it"),
        examples: [
            .init(
                (1...8).map { ExampleFiling(2024, organ: "示例区第\($0)局").expected(filed: $0 < 7) },
                numerator: "6", denominator: "8", shows: "75.0%")
        ])

    /// Filings whose printed arithmetic holds, of those that can be assessed.
    package static let consistencyRate = Indicator(
        id: "consistency-rate",
        name: Words("勾稽合格率", "share of filings whose identities hold"),
        unit: .percent,
        direction: .higher,
        formula: .known("filings.consistent / filings.assessable"),
        nullRule: NullRules.organs,
        caveats: [
            Words(
                "任一勾稽关系不成立即为不合格；缺单元格而无从核对的报告不在分母。",
                "One identity that fails suffices; a filing in which none can be assessed is not in the denominator.")
        ],
        source: Words("表三、表四的勾稽关系；社科院第三方评估", "identities of tables three and four; assessment practice of CASS"),
        examples: [
            .init(
                (1...5).map { .requests(2024, "3", organ: "示例区第\($0)局") }
                    + [ExampleFiling(2024, organ: "示例区审计局", ["requests.received.total": "3"])],
                numerator: "5", denominator: "6", shows: "83.3%")
        ])
}
