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
    private let identities: [Identity]
    /// For each part the positions of its identities.
    private let parts: [[Int]]
    /// The cells of all identities, the left sum of each before its right, and where those sums end.
    private let cells: [Int32]
    private let ends: [(left: Int, right: Int)]

    init(_ form: StatutoryForm) {
        identities = form.identities
        parts = ConsistencyPart.allCases.map { part in
            form.identities.indices.filter { part.contains(form.identities[$0]) }
        }
        var cells: [Int32] = []
        ends = form.identities.map { identity in
            cells += identity.left.map { Int32($0.index) }
            let left = cells.count
            cells += identity.right.map { Int32($0.index) }
            return (left, cells.count)
        }
        self.cells = cells
    }

    private static let byForm: [IdentityPlan] = FormID.allCases.map { IdentityPlan(AllForms.form($0)) }
    static func plan(for form: FormID) -> IdentityPlan { byForm[form.index] }

    /// The state of each part, and the measures that violated identities involve.
    func assess(_ filing: Filing) -> (parts: [Consistency], doubtful: Set<MeasureID>) {
        var doubtful: Set<MeasureID> = []
        let states = filing.readings.withCells { printed in
            [Consistency](unsafeUninitializedCapacity: identities.count) { states, count in
                for index in identities.indices {
                    states[index] =
                        holdsAsPrinted(index, printed) == true
                        ? .holds : assess(identities[index], of: filing, &doubtful)
                }
                count = identities.count
            }
        }
        return (parts.map { Self.together($0, states) }, doubtful)
    }

    private func assess(_ identity: Identity, of filing: Filing, _ doubtful: inout Set<MeasureID>) -> Consistency {
        switch identity.evaluate({ filing.figure($0)?.value }) {
        case .holds: return .holds
        case .notAssessable: return .notAssessable
        case .violated:
            doubtful.formUnion(identity.measures)
            return .violated
        }
    }

    /// Whether an identity's printed counts add up; nil where its cells are not all counts of ordinary size.
    private func holdsAsPrinted(_ index: Int, _ printed: UnsafeBufferPointer<ReadingTable.Cell>) -> Bool? {
        let start = index == 0 ? 0 : ends[index - 1].right
        let (left, right) = ends[index]
        return cells.withUnsafeBufferPointer { cells in
            var difference: Int64 = 0
            var isKnown = true
            for position in start..<right {
                let cell = printed[Int(cells[position])]
                isKnown = isKnown && cell.isPrinted && cell.scale == 0 && cell.mantissa.magnitude < 1 << 50
                difference = position < left ? difference &+ cell.mantissa : difference &- cell.mantissa
            }
            return isKnown ? difference == 0 : nil
        }
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
