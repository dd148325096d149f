import Filings

extension Indicator {
    /// Requests received from natural persons.
    package static let applicantShareNaturalPerson = Indicator(
        id: "applicant-share-natural-person",
        name: Words("申请人占比：自然人", "share of requests from natural persons"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.received.naturalPerson / requests.received.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.applicants(["naturalPerson": 3, "enterprise": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Requests received from enterprises.
    package static let applicantShareEnterprise = Indicator(
        id: "applicant-share-enterprise",
        name: Words("申请人占比：商业企业", "share of requests from enterprises"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.received.enterprise / requests.received.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.applicants(["enterprise": 3, "naturalPerson": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Requests received from research institutions.
    package static let applicantShareResearchInstitute = Indicator(
        id: "applicant-share-research-institute",
        name: Words("申请人占比：科研机构", "share of requests from research institutions"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.received.researchInstitute / requests.received.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.applicants(["researchInstitute": 3, "naturalPerson": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Requests received from public-interest organisations.
    package static let applicantSharePublicInterest = Indicator(
        id: "applicant-share-public-interest",
        name: Words("申请人占比：社会公益组织", "share of requests from public-interest organisations"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.received.publicInterest / requests.received.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.applicants(["publicInterest": 3, "naturalPerson": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Requests received from legal-service institutions.
    package static let applicantShareLegalService = Indicator(
        id: "applicant-share-legal-service",
        name: Words("申请人占比：法律服务机构", "share of requests from legal-service institutions"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.received.legalService / requests.received.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.applicants(["legalService": 3, "naturalPerson": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Requests received from other organisations.
    package static let applicantShareOtherOrganisation = Indicator(
        id: "applicant-share-other-organisation",
        name: Words("申请人占比：其他组织", "share of requests from other organisations"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.received.otherOrganisation / requests.received.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.applicants(["otherOrganisation": 3, "naturalPerson": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])
}
