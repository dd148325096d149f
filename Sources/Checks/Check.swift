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
    package static let all: [any Check] = all(register: nil)

    /// The same with a register of who must file, which some of them ask.
    package static func all(register: Register?) -> [any Check] { within + betweenYears + betweenOrgans(register) }

    private static let within: [any Check] = [
        RequestsBalance(), RequestsResolvedSum(), RequestsApplicantSum(), ReviewSum(), CountInvalid(), CellMissing(),
        TableMissing(), SectionMissing(), TableShapeCheck(), TextDamaged(), YearMismatch(), PlaceName(), FeesUnit(),
        NarrativeTable(),
        NarrativeSum(),
        SignedEarly(), Late(), TemplateResidue(),
    ]
    private static let betweenYears: [any Check] = [
        CarryOver(), StockFlow(), FormChain(), Jump(), YearGap(), DuplicateReport(), Revised(), TextReuse(),
        ProblemRepeated(), FiguresRepeated(), DigitHeaping(),
    ]
    private static func betweenOrgans(_ register: Register?) -> [any Check] {
        [PeerOutlier(), ZeroAmongPeers(), ParentChildren(register: register), CoverageCheck(register: register)]
    }

    package static func check(_ id: String) -> (any Check)? { all.first { $0.id == id } }

    /// The findings of some rules, in the order of the filings, then of the rules; what no filing shows comes last.
    package static func findings(in set: FilingSet, rules: [any Check] = all) -> [Finding] {
        var position: [String: Int] = [:]
        for (index, filing) in set.filings.enumerated() where position[filing.source] == nil {
            position[filing.source] = index
        }
        let found = rules.enumerated().flatMap { index, rule in
            rule.findings(in: set).enumerated().map { order, finding in
                var finding = finding
                finding.advice = rule.page.whatToDo
                return (filing: position[finding.source] ?? Int.max, rule: index, order: order, finding: finding)
            }
        }
        return found.sorted { ($0.filing, $0.rule, $0.order) < ($1.filing, $1.rule, $1.order) }.map(\.finding)
    }
}
