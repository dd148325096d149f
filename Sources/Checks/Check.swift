import Filings

/// A rule over filings. To add one: a file in `Rules/` and a line in `AllChecks`.
package protocol Check: Sendable {
    /// Stable; used by other programs.
    var id: String { get }
    var name: Words { get }
    var page: CheckPage { get }
    func findings(in set: FilingSet) -> [Finding]
}

/// What `tongjian explain` prints about a rule, under fixed headings.
package struct CheckPage: Sendable {
    package var whatItVerifies: Words
    package var whyItMatters: Words
    package var legalBasis: Words
    package var example: Words
    /// What the organ or the reader should do about a finding.
    package var whatToDo: Words

    package init(
        whatItVerifies: Words, whyItMatters: Words, legalBasis: Words, example: Words, whatToDo: Words
    ) {
        self.whatItVerifies = whatItVerifies
        self.whyItMatters = whyItMatters
        self.legalBasis = legalBasis
        self.example = example
        self.whatToDo = whatToDo
    }

    /// The headings with their texts, in order.
    package var headings: [(heading: Words, text: Words)] {
        [
            (Words("核查内容", "What it verifies"), whatItVerifies), (Words("意义", "Why it matters"), whyItMatters),
            (Words("依据", "Legal basis"), legalBasis), (Words("示例", "Example"), example),
            (Words("处理建议", "What to do"), whatToDo),
        ]
    }
}

/// All rules, in the order of outputs.
package enum AllChecks {
    package static let all: [any Check] = [
        RequestsBalance(), RequestsResolvedSum(), RequestsApplicantSum(), ReviewSum(), CarryOver(), NarrativeTable(),
        StockFlow(), FormChain(), DuplicateReport(), YearGap(), TableMissing(), TableShapeCheck(), YearMismatch(), SignedEarly(),
        TemplateResidue(),
    ]

    package static func check(_ id: String) -> (any Check)? { all.first { $0.id == id } }

    /// The findings of some rules, in the order of the filings, then of the rules.
    package static func findings(in set: FilingSet, rules: [any Check] = all) -> [Finding] {
        var position: [String: Int] = [:]
        for (index, filing) in set.filings.enumerated() where position[filing.source] == nil {
            position[filing.source] = index
        }
        let found = rules.enumerated().flatMap { index, rule in
            rule.findings(in: set).enumerated().map { (rule: index, order: $0.offset, finding: $0.element) }
        }
        return found.sorted { a, b in
            (position[a.finding.source] ?? 0, a.rule, a.order) < (position[b.finding.source] ?? 0, b.rule, b.order)
        }.map(\.finding)
    }
}
