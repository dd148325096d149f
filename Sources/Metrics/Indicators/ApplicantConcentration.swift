import Filings

extension Indicator {
    /// How far the requests of a year come from one kind of applicant.
    package static let applicantConcentration = Indicator(
        id: "applicant-concentration",
        name: Words("申请人集中度", "applicant concentration (HHI)"),
        unit: .index,
        direction: .neither,
        formula: .known(
            "hhi(requests.received.naturalPerson, requests.received.enterprise, requests.received.researchInstitute, "
                + "requests.received.publicInterest, requests.received.legalService, requests.received.otherOrganisation)"
        ),
        nullRule: NullRules.index,
        caveats: [
            Words(
                "六类申请人占比的平方和：1 为全部来自一类，1/6 为六类均等；按申请人类别而非申请人计，看不出个别人的大量申请。",
                "The sum of squared shares of six kinds: 1 when all come from one kind, 1/6 when equal. Kinds are counted, not "
                    + "persons: one person's many requests do not show.")
        ],
        source: Words(
            "O. C. Herfindahl (1950)、A. O. Hirschman (1945)；表三",
            "O. C. Herfindahl (1950), A. O. Hirschman (1945); table three"),
        examples: [
            .init([.applicants(["naturalPerson": 6, "enterprise": 2])], denominator: "8", shows: "0.625"),
            .init([ExampleFiling(2025)], denominator: "0", shows: "—"),
        ])
}
