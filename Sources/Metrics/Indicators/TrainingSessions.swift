import Filings

extension Indicator {
    /// Training sessions held, as the text states.
    package static let trainingSessions = Indicator(
        id: "training-sessions",
        name: Words("培训场次", "training sessions"),
        unit: .sessions,
        direction: .higher,
        formula: .known("fact training.sessions"),
        nullRule: NullRules.fact,
        caveats: [
            Words("各机关统计口径不一，且只有正文载明时才有数字。", "Kinds counted differ between organs; only where the text states it.")
        ],
        source: Sources.prose,
        examples: [.init([ExampleFiling(2024, ["fact training.sessions": "3"])], numerator: "3", shows: "3")])
}
