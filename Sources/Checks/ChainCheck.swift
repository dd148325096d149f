import Filings

/// A rule that asks the form's chains between one organ's filings of neighbouring years. It reports on the later one.
protocol ChainCheck: Check {
    var severity: Severity { get }
    /// Filings of other organs whose figures of the year before belong to this organ now.
    func predecessors(of filing: Filing, in set: FilingSet) -> [Filing]
}

extension ChainCheck {
    func predecessors(of filing: Filing, in set: FilingSet) -> [Filing] { [] }

    package func findings(in set: FilingSet) -> [Finding] {
        set.neighbours.flatMap { earlier, later -> [Finding] in
            guard let form = later.form, let before = earlier.form else { return [] }
            let chains = AllForms.form(form).chains.filter { $0.rule == id && ($0.crossesForms || before == form) }
            let others = predecessors(of: later, in: set)
            return chains.compactMap { finding($0, earlier, later, others) }
        }
    }

    private func finding(_ chain: YearChain, _ earlier: Filing, _ later: Filing, _ others: [Filing]) -> Finding? {
        guard let now = sum(chain.current, later), var before = sum(chain.previous, earlier), now != before else { return nil }
        // A merger: the figures of the organs that were joined count as this organ's.
        let joined = others.compactMap { sum(chain.previous, $0) }
        before = joined.reduce(before, +)
        guard now != before else { return nil }
        let measures = chain.current.map(\.measure)
        let sources = [earlier] + others
        return Finding(
            rule: id, severity: severity, verdict: .violated, filing: later, sources: sources.map(\.source),
            measures: measures, left: Finding.Side(text: chain.currentText, value: now),
            right: Finding.Side(text: chain.previousText, value: before),
            message: Words(
                "\(chain.currentText) \(now)，\(chain.previousText) \(before)，相差 \(signed(now - before))",
                "\(Measures[measures[0]].english): \(now) against \(before) from the year before, difference \(signed(now - before))"),
            evidence: measures.map { Citations.citation(later.readings[$0], of: later) }
                + sources.flatMap { filing in
                    chain.previous.map { Citations.citation(filing.readings[$0.measure], of: filing) }
                })
    }

    /// The terms' sum; nil where a figure is missing.
    private func sum(_ terms: [YearChain.Term], _ filing: Filing) -> ExactDecimal? {
        var total = ExactDecimal.zero
        for term in terms {
            guard let value = filing.figure(term.measure)?.value else { return nil }
            total = term.sign > 0 ? total + value : total - value
        }
        return total
    }
}
