import Filings

extension Indicator {
    /// Items published on WeChat, as the text states.
    package static let wechatItemsPublished = Indicator(
        id: "wechat-items-published",
        name: Words("微信公众号发布量", "WeChat items published"),
        unit: .items,
        direction: .neither,
        formula: .known("fact published.wechat"),
        nullRule: NullRules.fact,
        caveats: [
            Words("各机关统计口径不一，且只有正文载明时才有数字。", "Kinds counted differ between organs; only where the text states it.")
        ],
        source: Sources.prose,
        examples: [
            IndicatorExample(
                [ExampleFiling(2024, ["fact published.wechat": "126"])], numerator: "126", shows: "126")
        ])
}
