/// Every indicator, in the order of catalogues.
package enum AllIndicators {
    package static let all: [Indicator] = [
        .requestsReceived,
        .requestsResolved,
        .disclosureRate,
        .refusalRate,
        .unavailableRate,
        .carriedForwardRate,
        .reconsiderationCorrectionRate,
        .litigationCorrectionRate,
        .normativeDocumentsInForce,
        .licensingDecisions,
        .penaltyDecisions,
        .administrativeFees,
        .wechatItemsPublished,
        .websiteItemsPublished,
    ]

    package static func indicator(_ id: String) -> Indicator? { all.first { $0.id == id } }
}
