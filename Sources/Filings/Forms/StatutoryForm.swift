/// A generation of the statutory form as data: its lines, labels, columns and identities.
///
/// Parser, checks and comparability read this; nothing outside `Forms/` switches over forms.
package final class StatutoryForm: Sendable {
    package let id: FormID
    /// The instrument that prescribes it.
    package let instrument: String
    package let tableTwo: [TableTwoLine]
    package let tableThree: [TableThreeLine]
    package let tableFour: [TableFourBlock]
    /// Sums that hold within one filing.
    package let identities: [Identity]
    /// Sums that tie a filing to the same organ's filing of the year before.
    package let chains: [YearChain]

    /// Every measure of the form, in the order of the form.
    package let measures: [MeasureID]
    /// By measure the positions of the identities in which it stands.
    private let identityPositions: [[Int]]

    init(
        id: FormID, instrument: String, tableTwo: [TableTwoLine], tableThree: [TableThreeLine],
        tableFour: [TableFourBlock], identities: [Identity], chains: [YearChain]
    ) {
        self.id = id
        self.instrument = instrument
        self.tableTwo = tableTwo
        self.tableThree = tableThree
        self.tableFour = tableFour
        self.identities = identities
        self.chains = chains
        measures = tableTwo.flatMap(\.measures) + tableThree.flatMap(\.measures) + tableFour.flatMap(\.measures)
        var positions = [[Int]](repeating: [], count: Measures.count)
        for (position, identity) in identities.enumerated() {
            for measure in identity.measures { positions[measure.index].append(position) }
        }
        identityPositions = positions
    }

    /// The identities in which one of the measures stands, in the form's order.
    package func identities(ofAny measures: some Sequence<MeasureID>) -> [Identity] {
        Set(measures.flatMap { identityPositions[$0.index] }).sorted().map { identities[$0] }
    }
}

/// A line of table two: a label and one to three figures.
package struct TableTwoLine: Sendable {
    package let label: String
    /// Other spellings seen in print, normalised (no spaces, no punctuation).
    package let synonyms: [String]
    /// Column headings, in order, with the measure of each.
    package let columns: [(heading: String, measure: MeasureID)]

    package var measures: [MeasureID] { columns.map(\.measure) }
}

/// A line of table three: seven figures, one per applicant column.
package struct TableThreeLine: Sendable {
    /// The middle part of the measure codes, e.g. `refused.stateSecret`.
    package let key: String
    package let label: String
    /// Words that identify the line, normalised; any of them suffices.
    package let words: [String]
    package let group: OutcomeGroup?
    package let measures: [MeasureID]
}

/// The groups （三） to （六） of table three, printed as headings over their lines.
package enum OutcomeGroup: String, CaseIterable, Sendable {
    case refused, unavailable, notProcessed, otherHandling

    /// The heading's word, normalised.
    package var heading: String {
        switch self {
        case .refused: "不予公开"
        case .unavailable: "无法提供"
        case .notProcessed: "不予处理"
        case .otherHandling: "其他处理"
        }
    }
}

/// One of the three blocks of table four: five figures.
package struct TableFourBlock: Sendable {
    package let key: String
    package let label: String
    /// Words that identify the block's heading, normalised.
    package let words: [String]
    package let measures: [MeasureID]
}

/// The applicant columns of table three, in the form's order.
package enum ApplicantColumn: String, CaseIterable, Sendable {
    case naturalPerson, enterprise, researchInstitute, publicInterest, legalService, otherOrganisation, total

    /// The printed heading.
    package var label: String {
        switch self {
        case .naturalPerson: "自然人"
        case .enterprise: "商业企业"
        case .researchInstitute: "科研机构"
        case .publicInterest: "社会公益组织"
        case .legalService: "法律服务机构"
        case .otherOrganisation: "其他"
        case .total: "总计"
        }
    }

    /// Headings seen in print, normalised.
    package var words: [String] {
        switch self {
        case .naturalPerson: ["自然人"]
        case .enterprise: ["商业企业", "企业"]
        case .researchInstitute: ["科研机构", "科研"]
        case .publicInterest: ["社会公益组织", "社会公益"]
        case .legalService: ["法律服务机构", "法律服务"]
        case .otherOrganisation: ["其他", "其它"]
        case .total: ["总计", "合计"]
        }
    }
}

/// The outcome columns of table four, in the form's order.
package enum ReviewColumn: String, CaseIterable, Sendable {
    case upheld, corrected, other, pending, total

    package var label: String {
        switch self {
        case .upheld: "结果维持"
        case .corrected: "结果纠正"
        case .other: "其他结果"
        case .pending: "尚未审结"
        case .total: "总计"
        }
    }

    /// The heading in every spelling.
    package var words: [String] {
        switch self {
        case .upheld: [label, "维持结果"]
        case .corrected: [label, "纠正结果"]
        case .other: [label, "其它结果"]
        case .pending: [label, "未审结"]
        case .total: [label, "合计"]
        }
    }
}

package enum AllForms {
    package static let all: [StatutoryForm] = [Form2019.form, Form2021.form]
    package static func form(_ id: FormID) -> StatutoryForm { all[id.index] }
}
