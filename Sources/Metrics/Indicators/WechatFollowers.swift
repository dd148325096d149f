import Filings

extension Indicator {
    /// Followers of the WeChat account, as the text states.
    package static let wechatFollowers = Indicator(
        id: "wechat-followers",
        name: Words("微信公众号关注人数", "WeChat followers"),
        unit: .people,
        direction: .higher,
        formula: .known("fact wechat.followers"),
        nullRule: NullRules.fact,
        caveats: [
            Words("各机关统计口径不一，且只有正文载明时才有数字。", "Kinds counted differ between organs; only where the text states it.")
        ],
        source: Sources.prose,
        examples: [
            .init([ExampleFiling(2024, ["fact wechat.followers": "20340"])], numerator: "20340", shows: "20,340")
        ])
}
