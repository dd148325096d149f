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
            return AllForms.form(form).identities.filter { $0.rule == id }.compactMap { finding($0, filing) }
        }
    }

    private func finding(_ identity: Identity, _ filing: Filing) -> Finding? {
        guard case .violated(let left, let right) = identity.evaluate({ filing.figure($0)?.value }) else { return nil }
        let difference = left - right
        let subject = subject(identity)
        return Finding(
            rule: id, severity: .error, verdict: .violated, filing: filing, measures: identity.measures,
            left: Finding.Side(text: identity.leftText, value: left),
            right: Finding.Side(text: identity.rightText, value: right),
            message: Words(
                "\(subject.zh)：\(identity.leftText) = \(left)，\(identity.rightText) = \(right)，相差 \(signed(difference))",
                "\(subject.en): \(identity.leftText) = \(left), \(identity.rightText) = \(right), difference \(signed(difference))"),
            evidence: Citations.cells(identity.measures, of: filing))
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
