import Filings

extension Indicator {
    /// Reconsiderations and direct lawsuits, of requests received.
    package static let disputeRate = Indicator(
        id: "dispute-rate",
        name: Words("争议率", "dispute rate"),
        unit: .percent,
        direction: .lower,
        formula: .known(
            "(review.reconsideration.total + review.litigationDirect.total)"
                + " / requests.received.total"),
        nullRule: NullRules.rate,
        caveats: [
            Words(
                "复议后起诉是同一争议的继续，不再相加。",
                "Litigation after reconsideration is the same dispute again and is not added.")
        ],
        source: Sources.tableFour,
        examples: [
            .init(
                .disputes(["reconsideration.upheld": 3, "litigationDirect.upheld": 2], received: 50), 5, over: 50,
                shows: "10.0%"),
            .noRequests,
        ])
}
