import Filings

/// Whether the printed arithmetic of a part of the form holds in a filing.
package enum Consistency: String, CaseIterable, Sendable {
    case holds, violated
    /// A figure is missing, and nothing that could be assessed is violated.
    case notAssessable = "not-assessable"
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
    func assess(_ filing: Filing) -> (parts: [Consistency], doubtful: [Bool]) {
        var doubtful: [Bool] = []
        let states = identities.map { identity -> Consistency in
            switch identity.evaluate({ filing.figure($0)?.value }) {
            case .holds: return .holds
            case .notAssessable: return .notAssessable
            case .violated:
                if doubtful.isEmpty { doubtful = [Bool](repeating: false, count: Measures.count) }
                for id in identity.measures { doubtful[id.index] = true }
                return .violated
            }
        }
        return (parts.map { Self.together($0, states) }, doubtful)
    }

    /// Violated where one identity is, else not to be assessed where one is not, or where there is none.
    private static func together(_ positions: [Int], _ states: [Consistency]) -> Consistency {
        var result = positions.isEmpty ? Consistency.notAssessable : .holds
        for position in positions where states[position] != .holds {
            if states[position] == .violated { return .violated }
            result = .notAssessable
        }
        return result
    }
}
