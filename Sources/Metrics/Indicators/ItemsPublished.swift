import Filings

extension Indicator {
    /// Items published proactively, as the text states.
    package static let itemsPublished = Indicator(
        id: "items-published",
        name: Words("主动公开信息量", "items published proactively"),
        unit: .items,
        direction: .neither,
        formula: .known("fact published.total"),
        nullRule: NullRules.fact,
        caveats: [
            Words("各机关统计口径不一，且只有正文载明时才有数字。", "Kinds counted differ between organs; only where the text states it.")
        ],
        source: Sources.prose,
        examples: [
            .init([ExampleFiling(2024, ["fact published.total": "1500"])], numerator: "1500", shows: "1,500")
        ])
}
