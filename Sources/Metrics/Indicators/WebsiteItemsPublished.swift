import Filings

extension Indicator {
    /// Items published on the government website, as the text states.
    package static let websiteItemsPublished = Indicator(
        id: "website-items-published",
        name: Words("政府网站发布量", "website items published"),
        unit: .items,
        direction: .neither,
        formula: .known("fact published.website"),
        nullRule: NullRules.fact,
        caveats: [
            Words("各机关统计口径不一，且只有正文载明时才有数字。", "Kinds counted differ between organs; only where the text states it.")
        ],
        source: Sources.prose,
        examples: [
            IndicatorExample(
                [ExampleFiling(2024, ["fact published.website": "1024"])], numerator: "1024", shows: "1,024")
        ])
}
