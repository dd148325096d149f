import Filings

/// A rule that asks the form's chains between one organ's filings of neighbouring years. It reports on the later one.
protocol ChainCheck: Check {
    var severity: Severity { get }
    /// Whether figures of organs whose areas were joined count as this organ's.
    var followsMergers: Bool { get }
}

extension ChainCheck {
    var followsMergers: Bool { false }

    package func findings(in set: FilingSet) -> [Finding] {
        let mergers = followsMergers ? Mergers(set) : nil
        return set.neighbouringVersions.flatMap { earlier, later -> [Finding] in
            guard let form = later.form, let before = earlier.form else { return [] }
            let chains = AllForms.form(form).chains.filter { $0.rule == id && ($0.crossesForms || before == form) }
            let pair = YearPair(earlier: earlier, later: later, joined: mergers?.predecessors(of: later) ?? [])
            return Cancelling.marked(chains.compactMap { finding($0, pair) })
        }
    }

    private func finding(_ chain: YearChain, _ pair: YearPair) -> Finding? {
        guard let now = pair.sum(chain.current, pair.later), let own = pair.sum(chain.previous, pair.earlier),
            now != own
        else { return nil }
        // A merger: the figures of the organs that were joined count as this organ's.
        let before = pair.joined.compactMap { pair.sum(chain.previous, $0) }.reduce(own, +)
        guard now != before else { return nil }
        let cause = pair.cause(chain, now: now)
        let measures = chain.current.map(\.measure)
        let sources = [pair.earlier] + pair.joined
        return Finding(
            rule: id, severity: severity, verdict: .violated, filing: pair.later, sources: sources.map(\.source),
            measures: measures, left: Finding.Side(text: chain.currentText, value: now),
            right: Finding.Side(text: chain.previousText, value: before), cause: cause.rawValue,
            message: Words(
                "\(chain.currentText) \(now)，\(chain.previousText) \(before)，相差 \(signed(now - before))\(cause.words.zh)",
                "\(Measures[measures[0]].english): \(now) against \(before) from the year before, difference \(signed(now - before))\(cause.words.en)"
            ),
            evidence: measures.map { Citations.citation(pair.later.readings[$0], of: pair.later) }
                + sources.flatMap { filing in
                    chain.previous.map { Citations.citation(filing.readings[$0.measure], of: filing) }
                })
    }
}

/// Why a chain breaks, as far as the filings tell.
enum ChainCause: String, CaseIterable {
    /// Nothing explains it.
    case off
    /// Last year's own sums fail in this column: its carry may be the wrong one.
    case previousInconsistent = "previous-inconsistent"
    /// This year's own sums fail in this column.
    case currentInconsistent = "current-inconsistent"
    /// Areas were joined, and their sum does not explain it either.
    case mergerUnexplained = "merger-unexplained"

    var words: Words {
        switch self {
        case .off: Words("", "")
        case .previousInconsistent: Words("；上年报告该列自身勾稽不符，可能是上年有误", "; last year's own sums fail in this column")
        case .currentInconsistent: Words("；本年报告该列自身勾稽不符，可能是本年有误", "; this year's own sums fail in this column")
        case .mergerUnexplained: Words("；区划合并后各方之和也不相符", "; the sum of the merged organs does not explain it")
        }
    }
}

/// Neighbouring years of one organ, with the organs that were joined to it between them.
struct YearPair {
    let earlier: Filing
    let later: Filing
    let joined: [Filing]
    private let figures: [String: CheckedFigures]

    init(earlier: Filing, later: Filing, joined: [Filing]) {
        self.earlier = earlier
        self.later = later
        self.joined = joined
        figures = Dictionary(
            ([earlier, later] + joined).map { ($0.source, CheckedFigures($0)) }, uniquingKeysWith: { first, _ in first }
        )
    }

    func cause(_ chain: YearChain, now: ExactDecimal) -> ChainCause {
        if !joined.isEmpty { return .mergerUnexplained }
        if isInconsistent(earlier, at: chain.previous.map(\.measure)) { return .previousInconsistent }
        return isInconsistent(later, at: chain.current.map(\.measure)) ? .currentInconsistent : .off
    }

    /// Whether a balance of the filing in which one of the measures stands fails.
    private func isInconsistent(_ filing: Filing, at measures: [MeasureID]) -> Bool {
        guard let form = filing.form, let figures = figures[filing.source] else { return false }
        return AllForms.form(form).identities.contains { identity in
            identity.rule == "requests-balance" && measures.contains(where: identity.measures.contains)
                && BrokenIdentity(identity, in: figures) != nil
        }
    }

    /// The terms' sum; nil where a figure is missing.
    func sum(_ terms: [YearChain.Term], _ filing: Filing) -> ExactDecimal? {
        var total = ExactDecimal.zero
        for term in terms {
            guard let value = figures[filing.source]?.value(term.measure) else { return nil }
            total = term.sign > 0 ? total + value : total - value
        }
        return total
    }
}

/// Organs of the same function in divisions that another division took over at the turn of a year.
struct Mergers {
    private struct Key: Hashable {
        var successor: String
        var year: Int
        var function: String
    }

    private var byKey: [Key: [Filing]] = [:]

    init(_ set: FilingSet) {
        for filing in set.current {
            guard let district = filing.area.district, let year = filing.year, let function = filing.organ?.function,
                district.lastYear == year
            else { continue }
            for successor in Set(district.successors.map(\.code)) where successor != district.code {
                byKey[Key(successor: successor, year: year + 1, function: function), default: []].append(filing)
            }
        }
    }

    func predecessors(of filing: Filing) -> [Filing] {
        guard let code = filing.area.code, let year = filing.year, let function = filing.organ?.function else {
            return []
        }
        return byKey[Key(successor: code, year: year, function: function)] ?? []
    }
}
