import Filings

/// Whether the printed arithmetic of a part of the form holds in a filing.
package enum Consistency: String, CaseIterable, Sendable {
    case holds, violated
    /// A figure is missing, and nothing that could be assessed is violated.
    case notAssessable = "not-assessable"

    init(_ results: [Identity.Result]) {
        var missing = results.isEmpty
        for result in results {
            switch result {
            case .violated:
                self = .violated
                return
            case .notAssessable: missing = true
            case .holds: break
            }
        }
        self = missing ? .notAssessable : .holds
    }
}

/// The parts whose arithmetic is kept as a column of the table; the raw value is the column's name.
package enum ConsistencyPart: String, CaseIterable, Sendable {
    /// Every identity of table three that touches its total column.
    case requestsTotal = "consistency.requests.total"
    /// Every identity of table three.
    case requests = "consistency.requests"
    case reconsideration = "consistency.review.reconsideration"
    case litigationDirect = "consistency.review.litigationDirect"
    case litigationAfterReview = "consistency.review.litigationAfterReview"

    /// Whether an identity belongs to the part.
    func contains(_ identity: Identity) -> Bool {
        let codes = identity.measures.map { Measures[$0].code }
        switch self {
        case .requestsTotal: return codes[0].hasPrefix("requests.") && codes.contains { $0.hasSuffix(".total") }
        case .requests: return codes[0].hasPrefix("requests.")
        case .reconsideration: return codes[0].hasPrefix("review.reconsideration.")
        case .litigationDirect: return codes[0].hasPrefix("review.litigationDirect.")
        case .litigationAfterReview: return codes[0].hasPrefix("review.litigationAfterReview.")
        }
    }
}

/// The identities of one form with the part each belongs to, worked out once for all filings.
struct IdentityPlan {
    let identities: [Identity]
    /// For each part the positions of its identities.
    let parts: [[Int]]

    init(_ form: StatutoryForm) {
        identities = form.identities
        parts = ConsistencyPart.allCases.map { part in
            form.identities.indices.filter { part.contains(form.identities[$0]) }
        }
    }

    static let byForm: [IdentityPlan] = FormID.allCases.map { IdentityPlan(AllForms.form($0)) }
    static func plan(for form: FormID) -> IdentityPlan { byForm[FormID.allCases.firstIndex(of: form)!] }

    /// The state of each part, and for each measure whether a violated identity involves it (empty: none does).
    func assess(_ figures: [ExactDecimal?]) -> (parts: [Consistency], doubtful: [Bool]) {
        let results = identities.map { identity in identity.evaluate { figures[$0.index] } }
        var doubtful: [Bool] = []
        for (identity, result) in zip(identities, results) {
            guard case .violated = result else { continue }
            if doubtful.isEmpty { doubtful = [Bool](repeating: false, count: figures.count) }
            for id in identity.left + identity.right { doubtful[id.index] = true }
        }
        return (parts.map { positions in Consistency(positions.map { results[$0] }) }, doubtful)
    }
}
