import Filings

/// A rule that asks the form's identities within one filing.
protocol IdentityCheck: Check {
    /// The statutory line or block in words: 表三“自然人”列.
    func subject(_ identity: Identity) -> Words
}

extension IdentityCheck {
    package func findings(in set: FilingSet) -> [Finding] {
        set.filings.flatMap { filing -> [Finding] in
            guard let form = filing.form else { return [] }
            let figures = CheckedFigures(filing)
            let broken = AllForms.form(form).identities.filter { $0.rule == id }.compactMap {
                BrokenIdentity($0, in: figures)
            }
            return doubted(Cancelling.marked(broken.map { finding($0, filing) }), filing)
        }
    }

    /// A damaged line may print its total twice, and the copy be read into the column before: a column that fails alone,
    /// by a figure that is its line's total, while the total column holds in print, is our doubt and not the organ's error.
    private func doubted(_ findings: [Finding], _ filing: Filing) -> [Finding] {
        guard findings.count == 1, let column = Cancelling.column(findings[0]), column != .total,
            filing.notes.contains(where: { $0.kind == .tableShape && $0.table == .three }),
            findings[0].measures.contains(where: { isCopyOfTotal($0, by: findings[0], filing) }),
            totalColumnHolds(filing)
        else { return findings }
        var finding = findings[0]
        finding.severity = .note
        finding.verdict = .doubtful
        finding.message.zh += "；表格受损而总计列平衡，可能是判读错列"
        finding.message.en +=
            "; the table is damaged and the total column holds: the figure may have been read into the wrong column"
        return [finding]
    }

    private func isCopyOfTotal(_ id: MeasureID, by finding: Finding, _ filing: Filing) -> Bool {
        guard let value = filing.readings.value(of: id), let difference = finding.difference,
            value == difference || value == -difference,
            let line = AllForms.form(filing.form!).tableThree.first(where: { $0.measures.contains(id) })
        else { return false }
        return filing.readings.value(of: line.measures.last!) == value
    }

    private func totalColumnHolds(_ filing: Filing) -> Bool {
        AllForms.form(filing.form!).identities.contains { identity in
            identity.rule == id && identity.subject == ApplicantColumn.total.label
                && identity.evaluate({ filing.readings.value(of: $0) }) == .holds
        }
    }

    private func finding(_ broken: BrokenIdentity, _ filing: Filing) -> Finding {
        let identity = broken.identity
        let (subject, difference) = (subject(identity), signed(broken.difference))
        let sums = "\(identity.leftText) = \(broken.left)"
        let assumption = broken.assumesBlanks ? Words("；空白按 0 计", "; empty cells count as 0") : Words("", "")
        return Finding(
            rule: id, severity: .error, verdict: .violated, filing: filing, measures: identity.measures,
            left: Finding.Side(text: identity.leftText, value: broken.left),
            right: Finding.Side(text: identity.rightText, value: broken.right),
            message: Words(
                "\(subject.zh)：\(sums)，\(identity.rightText) = \(broken.right)，相差 \(difference)\(assumption.zh)",
                "\(subject.en): \(sums), \(identity.rightText) = \(broken.right), difference \(difference)\(assumption.en)"
            ),
            evidence: Citations.cells(identity.measures, of: filing))
    }
}

/// An identity that fails in a filing, with both sums.
struct BrokenIdentity {
    let identity: Identity
    let left: ExactDecimal
    let right: ExactDecimal
    /// Whether empty cells were counted as 0.
    let assumesBlanks: Bool
    var difference: ExactDecimal { left - right }

    init?(_ identity: Identity, in figures: CheckedFigures) {
        guard case .violated(let left, let right) = identity.evaluate(figures.value) else { return nil }
        assumesBlanks = identity.measures.contains(where: figures.isAssumedZero)
        self.identity = identity
        self.left = left
        self.right = right
    }
}

/// Where the figures of a finding stand.
enum Citations {
    /// The printed cells that are not zero, and the first cell in any case.
    static func cells(_ measures: [MeasureID], of filing: Filing) -> [Finding.Citation] {
        let printed = measures.map { (measure: $0, reading: filing.readings[$0]) }.filter { $0.reading.place != nil }
        let telling = printed.filter { !($0.reading.value?.isZero ?? true) }
        return (telling.isEmpty ? Array(printed.prefix(1)) : telling).map { cell in
            citation(cell.reading, of: filing)
        }
    }

    static func citation(_ reading: Reading, of filing: Filing) -> Finding.Citation {
        Finding.Citation(source: filing.source, evidence: Evidence(text: reading.text, place: reading.place))
    }

    static func citation(_ fact: Fact, of filing: Filing) -> Finding.Citation {
        Finding.Citation(source: filing.source, evidence: Evidence(text: fact.text, place: fact.place))
    }
}

/// A difference with its sign: `+6`, `-1`.
func signed(_ value: ExactDecimal) -> String { value > .zero ? "+\(value)" : value.description }
