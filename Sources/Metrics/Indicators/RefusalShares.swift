import Filings

extension Indicator {
    /// Refusals for this reason, of all refusals: state secret.
    package static let refusalShareStateSecret = Indicator(
        id: "refusal-share-state-secret",
        name: Words("不予公开理由占比：国家秘密", "share of refusals: state secret"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.refused.stateSecret.total / requests.refused.*.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["refused.stateSecret": 3, "refused.security": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Refusals for this reason, of all refusals: prohibited by law.
    package static let refusalShareProhibitedByLaw = Indicator(
        id: "refusal-share-prohibited-by-law",
        name: Words("不予公开理由占比：法律行政法规禁止", "share of refusals: prohibited by law"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.refused.prohibitedByLaw.total / requests.refused.*.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["refused.prohibitedByLaw": 3, "refused.security": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Refusals for this reason, of all refusals: security and stability.
    package static let refusalShareSecurity = Indicator(
        id: "refusal-share-security",
        name: Words("不予公开理由占比：三安全一稳定", "share of refusals: security and stability"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.refused.security.total / requests.refused.*.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["refused.security": 3, "refused.thirdParty": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Refusals for this reason, of all refusals: third party.
    package static let refusalShareThirdParty = Indicator(
        id: "refusal-share-third-party",
        name: Words("不予公开理由占比：第三方合法权益", "share of refusals: third party"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.refused.thirdParty.total / requests.refused.*.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["refused.thirdParty": 3, "refused.security": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Refusals for this reason, of all refusals: internal affairs.
    package static let refusalShareInternalAffairs = Indicator(
        id: "refusal-share-internal-affairs",
        name: Words("不予公开理由占比：内部事务信息", "share of refusals: internal affairs"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.refused.internalAffairs.total / requests.refused.*.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["refused.internalAffairs": 3, "refused.security": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Refusals for this reason, of all refusals: deliberative.
    package static let refusalShareDeliberative = Indicator(
        id: "refusal-share-deliberative",
        name: Words("不予公开理由占比：过程性信息", "share of refusals: deliberative"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.refused.deliberative.total / requests.refused.*.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["refused.deliberative": 3, "refused.security": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Refusals for this reason, of all refusals: enforcement file.
    package static let refusalShareEnforcementFile = Indicator(
        id: "refusal-share-enforcement-file",
        name: Words("不予公开理由占比：行政执法案卷", "share of refusals: enforcement file"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.refused.enforcementFile.total / requests.refused.*.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["refused.enforcementFile": 3, "refused.security": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Refusals for this reason, of all refusals: administrative inquiry.
    package static let refusalShareAdministrativeInquiry = Indicator(
        id: "refusal-share-administrative-inquiry",
        name: Words("不予公开理由占比：行政查询事项", "share of refusals: administrative inquiry"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.refused.administrativeInquiry.total / requests.refused.*.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["refused.administrativeInquiry": 3, "refused.security": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])
}
