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
            let broken = AllForms.form(form).identities.filter { $0.rule == id }.compactMap { BrokenIdentity($0, in: figures) }
            return broken.map { finding($0, among: broken, filing) }
        }
    }

    private func finding(_ broken: BrokenIdentity, among all: [BrokenIdentity], _ filing: Filing) -> Finding {
        let identity = broken.identity
        let subject = subject(identity)
        let cancels = broken.cancels(among: all)
        var finding = Finding(
            rule: id, severity: .error, verdict: .violated, filing: filing, measures: identity.measures,
            left: Finding.Side(text: identity.leftText, value: broken.left),
            right: Finding.Side(text: identity.rightText, value: broken.right),
            message: message(broken, cancels),
            evidence: Citations.cells(identity.measures, of: filing))
        finding.cancels = cancels.map { Finding.Side(text: $0.identity.subject, value: $0.difference) }
        return finding
    }

    private func message(_ broken: BrokenIdentity, _ cancels: [BrokenIdentity]) -> Words {
        let (identity, subject, difference) = (broken.identity, subject(broken.identity), signed(broken.difference))
        let sums = "\(identity.leftText) = \(broken.left)"
        var zh = "\(subject.zh)：\(sums)，\(identity.rightText) = \(broken.right)，相差 \(difference)"
        var en = "\(subject.en): \(sums), \(identity.rightText) = \(broken.right), difference \(difference)"
        if !cancels.isEmpty {
            let others = cancels.map { (name: $0.identity.subject, difference: signed($0.difference)) }
            zh += "；与\(others.map { "“\($0.name)”（\($0.difference)）" }.joined(separator: "、"))相互抵消，总计列仍平衡"
            en += "; cancelled out in the total by \(others.map { "\($0.name) (\($0.difference))" }.joined(separator: ", "))"
        }
        if broken.assumesBlanks {
            zh += "；空白按 0 计"
            en += "; empty cells count as 0"
        }
        return Words(zh, en)
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

    /// The other columns of the same sum whose differences have the other sign, where the columns' differences add up
    /// to nothing: the total column is in balance and hides them.
    func cancels(among all: [BrokenIdentity]) -> [BrokenIdentity] {
        let columns = Set(ApplicantColumn.allCases.dropLast().map(\.label))
        guard columns.contains(identity.subject), all.allSatisfy({ columns.contains($0.identity.subject) }),
            all.reduce(ExactDecimal.zero, { $0 + $1.difference }).isZero
        else { return [] }
        return all.filter { ($0.difference > .zero) != (difference > .zero) }
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
}

/// A difference with its sign: `+6`, `-1`.
func signed(_ value: ExactDecimal) -> String { value > .zero ? "+\(value)" : value.description }
